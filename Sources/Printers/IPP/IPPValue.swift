/// One value of an IPP attribute (RFC 8010 section 3.9).
package indirect enum IPPValue: Hashable, Sendable {
  case integer(Int)
  case enumeration(Int)
  case boolean(Bool)
  case text(String)
  case name(String)
  case keyword(String)
  case uri(String)
  case charset(String)
  case language(String)
  case mimeType(String)
  case range(from: Int, to: Int)
  /// Dots per inch, or per centimetre.
  case resolution(across: Int, down: Int, isPerInch: Bool)
  case collection([IPPAttribute])
  case octets([UInt8])
  /// Out-of-band values, dates, and kinds this program has no use for, by their tag.
  case other(tag: Int)

  /// The value as a string, where it is one.
  package var string: String? {
    switch self {
    case .text(let text), .name(let text), .keyword(let text), .uri(let text), .charset(let text),
      .language(let text), .mimeType(let text):
      text
    default: nil
    }
  }

  /// The value as a whole number, where it is one.
  package var number: Int? {
    switch self {
    case .integer(let number), .enumeration(let number): number
    default: nil
    }
  }
}

/// A named list of values.
package struct IPPAttribute: Hashable, Sendable {
  /// The keyword of the attribute, such as `printer-state`.
  package let name: String
  /// The values in order; most attributes have one.
  package let values: [IPPValue]

  /// An attribute with any number of values.
  package init(_ name: String, _ values: [IPPValue]) {
    self.name = name
    self.values = values
  }

  /// An attribute with one value.
  package init(_ name: String, _ value: IPPValue) { self.init(name, [value]) }
}
