package import Diagnostics
package import Notation

/// How one issuer's certificate numbers of a time look, as `number-shapes.yaml` lists them.
package struct NumberShape: Hashable, Sendable, NodeReadable, ProfileShape {
  /// The number profile, `ccpit` or `customs`.
  package let profile: String
  /// The first day it holds.
  package let from: CalendarDate?
  /// The last day it holds.
  package let until: CalendarDate?
  /// The parts in order, such as `{year}{letters}{holder:9}/{serial:5}`.
  package let pattern: String
  /// The pattern taken apart, in order.
  package let parts: [Part]
  /// The kind letters by form code.
  package private(set) var letters: [String: String]
  /// The forms whose letters are the site's own choice: typed numbers may have others.
  private(set) var chosen: Set<String> = []
  /// When a certificate gets its number.
  package let given: Moment
  /// Where the facts stand.
  package let source: String

  /// When a certificate gets its number (X15).
  package enum Moment: String, NodeChoice, Sendable {
    /// When the draft is first saved; it may still be edited and must then be unique (S3-27).
    case firstSave = "first-save"
    /// When it is approved, so that there are no gaps.
    case approval
  }

  /// One part of a number.
  package enum Part: Hashable, Sendable {
    /// The last two digits of the year.
    case year
    /// The letters of the kind.
    case letters
    /// The enterprise code or registration of this many letters and digits.
    case holder(Int)
    /// The running number of this many digits, filled with zeros.
    case serial(Int)
    /// The same, but it may begin with the enterprise's own letters and digits (S3-28).
    case prefixedSerial(Int)
    /// A character that stands for itself.
    case literal(Character)
  }

  /// Reads one entry of `number-shapes.yaml`, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let profile: String? = reader.required("profile")
    let pattern: String? = reader.required("pattern")
    let source: String? = reader.required("source")
    let given: Moment? = reader.required("given")
    let letters = reader.node("letters").map { Self.letters($0, findings) }
    from = reader.optional("from")
    until = reader.optional("until")
    reader.finish()
    guard let profile, let pattern, let source, let given, let letters else { return nil }
    guard let parts = Self.parts(pattern) else {
      findings.error(at: reader.place(of: "pattern"), Wording.numberPattern(pattern))
      return nil
    }
    self.profile = profile
    self.pattern = pattern
    self.parts = parts
    self.letters = letters
    self.given = given
    self.source = source
  }

  /// The same shape, with letters of the site's own for kinds that have none in it.
  func completed(by issuer: Issuer) -> NumberShape {
    var shape = self
    shape.chosen = Set(issuer.numberLetters.keys).subtracting(letters.keys)
    shape.letters.merge(issuer.numberLetters) { confirmed, _ in confirmed }
    return shape
  }

  /// Reads kind letters by form code.
  static func letters(_ node: Node, _ findings: Findings) -> [String: String] {
    guard let reader = ObjectReader(node, findings) else { return [:] }
    var letters: [String: String] = [:]
    for key in reader.keys { letters[key] = reader.required(key, as: String.self) }
    return letters
  }

  static func parts(_ pattern: String) -> [Part]? {
    var parts: [Part] = []
    var rest = pattern[...]
    while let next = rest.popFirst() {
      guard next == "{" else {
        parts.append(.literal(next))
        continue
      }
      guard let end = rest.firstIndex(of: "}") else { return nil }
      guard let part = part(rest[..<end]) else { return nil }
      parts.append(part)
      rest = rest[rest.index(after: end)...]
    }
    return parts
  }

  private static func part(_ text: Substring) -> Part? {
    let words = text.split(separator: ":")
    let width = words.count == 2 ? Int(words[1]) : nil
    switch (words.first, width) {
    case ("year", nil) where words.count == 1: return .year
    case ("letters", nil) where words.count == 1: return .letters
    case ("holder", let width?) where (1...20).contains(width): return .holder(width)
    case ("serial", let width?) where (1...18).contains(width): return .serial(width)
    case ("prefixed-serial", let width?) where (1...9).contains(width):
      return .prefixedSerial(width)
    default: return nil
    }
  }
}
