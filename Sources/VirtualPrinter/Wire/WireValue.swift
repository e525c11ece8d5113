/// One value of an attribute with its syntax (RFC 8010 section 3.9).
package indirect enum WireValue: Hashable, Sendable {
  /// A tag that says why there is no value, such as ``WireTag/noValue``.
  case outOfBand(UInt8)
  case integer(Int32)
  case boolean(Bool)
  case enumeration(Int32)
  case octets([UInt8])
  /// Eleven bytes of RFC 2579's DateAndTime.
  case dateTime([UInt8])
  /// Dots across and down, per inch (3) or per centimetre (4).
  case resolution(across: Int32, down: Int32, unit: UInt8)
  case range(Int32, Int32)
  case collection([WireAttribute])
  /// Text (0x35) or a name (0x36) with its language.
  case localized(tag: UInt8, language: String, text: String)
  /// Text, name, keyword, URI and the like, told apart by the tag.
  case text(tag: UInt8, String)

  /// A keyword.
  package static func keyword(_ text: String) -> Self { .text(tag: WireTag.keyword, text) }
  /// A name without a language.
  package static func name(_ text: String) -> Self { .text(tag: WireTag.name, text) }
  /// A URI.
  package static func uri(_ text: String) -> Self { .text(tag: WireTag.uri, text) }
  /// A MIME type.
  package static func mimeType(_ text: String) -> Self { .text(tag: WireTag.mimeType, text) }
  /// Text without a language.
  package static func words(_ text: String) -> Self { .text(tag: WireTag.text, text) }
  /// The out-of-band value that there is none.
  package static var noValue: Self { .outOfBand(WireTag.noValue) }

  /// The number of an integer or enum.
  package var number: Int? {
    switch self {
    case .integer(let value), .enumeration(let value): Int(value)
    default: nil
    }
  }

  /// The words of any text, without their language.
  package var string: String? {
    switch self {
    case .text(_, let text), .localized(_, _, let text): text
    default: nil
    }
  }

  /// The truth of a boolean.
  package var flag: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The members of a collection.
  package var members: [WireAttribute]? {
    if case .collection(let members) = self { members } else { nil }
  }
}
