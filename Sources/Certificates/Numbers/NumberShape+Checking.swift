package import Diagnostics

extension NumberShape {
  /// The longest prefix an enterprise may set (S3-28).
  static let longestPrefix = 3

  /// The width of the running number with its prefix.
  var serialWidth: Int {
    for case .serial(let width) in parts { return width }
    for case .prefixedSerial(let width) in parts { return width }
    return 0
  }

  private var takesPrefix: Bool {
    parts.contains { if case .prefixedSerial = $0 { true } else { false } }
  }

  private var holderWidth: Int? {
    for case .holder(let width) in parts { return width }
    return nil
  }

  /// The kind must have letters in the profile.
  func check(form: String, _ findings: Findings) {
    if letters[form] == nil {
      findings.error(at: .field("form"), Wording.noLetters(form, profile: profile))
    }
  }

  /// The holder must have the profile's width, in letters and digits.
  func check(holder: String, _ findings: Findings) {
    guard let width = holderWidth else { return }
    if holder.count != width || !Self.isAlphanumeric(holder) {
      findings.error(at: .field("holder"), Wording.holderShape(holder, width))
    }
  }

  /// How many numbers of a kind and year there are under a prefix.
  func capacity(prefix: String) -> Int { Counting.last(digits: serialWidth - prefix.count) }

  /// Checks a prefix as an enterprise sets it: warns how few numbers it leaves (X16), and reports one
  /// that the profile does not take or that makes the numbers of another.
  ///
  /// - Parameters:
  ///   - prefix: the enterprise's own letters and digits; empty for none.
  ///   - used: prefixes under which there are numbers of the kind and year already.
  ///   - findings: takes what is wrong.
  package func check(prefix: String, beside used: [String], _ findings: Findings) {
    let place = Place.field("prefix")
    let longest = min(Self.longestPrefix, serialWidth - 1)
    if !prefix.isEmpty, !takesPrefix {
      findings.error(at: place, Wording.noPrefix(profile))
    } else if prefix.count > longest || !Self.isAlphanumeric(prefix) {
      findings.error(at: place, Wording.prefixShape(prefix, longest))
    } else if let other = used.first(where: { Self.collide(prefix, $0) }) {
      findings.error(
        at: place, Wording.prefixCollides(prefix, other), hint: Wording.letterAtEnd)
    } else if !prefix.isEmpty {
      findings.warning(at: place, Wording.prefixCapacity(prefix, capacity(prefix: prefix)))
    }
  }

  /// Whether two prefixes would make the same number, or one that differs in case only: where the
  /// longer one goes on in digits, they are digits of the shorter one's running number.
  private static func collide(_ a: String, _ b: String) -> Bool {
    if a == b { return false }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return long.uppercased().hasPrefix(short.uppercased())
      && long.dropFirst(short.count).utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isAlphanumeric(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
  }
}
