import Diagnostics
import Notation

/// Every text that may be printed holds only characters that paper can show in one way.
struct TextRule: CertificateRule {
  /// Longest accepted text of one field, in characters.
  static let lengthLimit = 10_000

  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    var plain = draft
    for index in plain.goods.indices { plain.goods[index].markImages = [] }
    let json = plain.json
    if !Self.isClean(json) { walk(json, "", findings) }
  }

  /// Whether nothing will be reported: the usual case, found without making paths.
  private static func isClean(_ value: JSONValue) -> Bool {
    switch value {
    case .text(let text):
      text.utf8.count <= lengthLimit && text.unicodeScalars.allSatisfy { TextFault($0) == nil }
    case .list(let values): values.allSatisfy(isClean)
    case .object(let members): members.allSatisfy { isClean($0.value) }
    default: true
    }
  }

  private func walk(_ value: JSONValue, _ path: String, _ findings: Findings) {
    switch value {
    case .text(let text): check(text, at: path, findings)
    case .list(let values):
      for (index, value) in values.enumerated() { walk(value, "\(path)[\(index)]", findings) }
    case .object(let members):
      for member in members {
        walk(member.value, path.isEmpty ? member.key : "\(path).\(member.key)", findings)
      }
    default: break
    }
  }

  private func check(_ text: String, at path: String, _ findings: Findings) {
    if text.utf8.count > Self.lengthLimit, text.count > Self.lengthLimit {
      findings.error(at: .field(path), Wording.textTooLong(Self.lengthLimit))
    }
    var seen: Set<Unicode.Scalar> = []
    for scalar in text.unicodeScalars {
      guard let fault = TextFault(scalar), seen.insert(scalar).inserted else { continue }
      findings.error(at: .field(path), Wording.character(scalar, fault), hint: Wording.hint(fault))
    }
  }
}

/// Why a character may not stand in a printed text.
enum TextFault: Hashable {
  case tab, control, lineSeparator, rightToLeft, invisible, unassigned, privateUse

  /// The fault of a character; `nil` for one that may be printed.
  init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if (0x20..<0x7F).contains(value) || value == 0x0A || (0x4E00..<0x9FA6).contains(value) {
      return nil
    }
    if value == 0x09 {
      self = .tab
    } else if Self.isRightToLeft(value) {
      self = .rightToLeft
    } else if let fault = Self.byCategory(scalar.properties.generalCategory) {
      self = fault
    } else {
      return nil
    }
  }

  private static func byCategory(_ category: Unicode.GeneralCategory) -> TextFault? {
    switch category {
    case .control: .control
    case .lineSeparator, .paragraphSeparator: .lineSeparator
    case .format: .invisible
    case .unassigned, .surrogate: .unassigned
    case .privateUse: .privateUse
    default: nil
    }
  }

  /// The blocks of scripts that run from right to left, and the override characters for them.
  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF,
      0x200F, 0x202B, 0x202E, 0x2067:
      true
    default: false
    }
  }
}
