import Devices
import EscpOutput

/// A sheet that answers one question about an impact printer (dotmatrix.md 4.2, pages 4 and 5).
package enum ProbeSheet: String, CaseIterable, Sendable {
  /// Every character of the code page that is not ASCII, with its code.
  case characters
  /// The same line without leaving Chinese mode first, and with it.
  case chinese
  /// The same lines struck once, and twice.
  case copies
  /// The same marks in classic ESC/P, and in ESC/P 2.
  case language

  /// The profiles that the sheet's forms are struck for, one form each: each says something of the printer that
  /// the form shows to be so or not.
  func variants(of profile: DeviceProfile) -> [DeviceProfile] {
    var known = profile
    known.dotMatrix?.verifiedCharacters = Self.seen
    func each<Value>(
      _ values: [Value], _ change: (inout DeviceProfile, Value) -> Void
    ) -> [DeviceProfile] {
      values.map { value in
        var variant = known
        change(&variant, value)
        return variant
      }
    }
    switch self {
    case .characters: return [known]
    case .chinese: return each([false, true]) { $0.dotMatrix?.startsInChineseMode = $1 }
    case .copies: return each([0, 1]) { $0.dotMatrix?.carbonCopies = $1 }
    case .language: return each([.escp, .escp2]) { $0.languages = [$1] }
    }
  }

  /// Every character beyond ASCII that can be seen.
  static var seen: String { String(CodePage.beyondASCII.map(\.character).filter(isSeen)) }

  /// Each of them with its code, as it stands on the sheet.
  var entries: [String] {
    guard self == .characters else { return [] }
    return CodePage.beyondASCII.filter { Self.isSeen($0.character) }.map {
      "\(String($0.code, radix: 16, uppercase: true)) \($0.character)"
    }
  }

  /// A blank that does not break looks like any other, and a hyphen that may break has no look of its own.
  private static func isSeen(_ character: Character) -> Bool {
    character != "\u{A0}" && character != "\u{AD}"
  }
}
