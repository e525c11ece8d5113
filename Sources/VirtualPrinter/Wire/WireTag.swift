/// The tags of RFC 8010 sections 3.5.1 and 3.5.2 that this printer reads and writes.
package enum WireTag {
  /// Delimiter of the operation attributes.
  package static let operation: UInt8 = 0x01
  /// Delimiter of the attributes of one job.
  package static let job: UInt8 = 0x02
  /// Delimiter behind the last attribute.
  package static let end: UInt8 = 0x03
  /// Delimiter of the attributes of a printer.
  package static let printer: UInt8 = 0x04
  /// Delimiter of the attributes that a printer does not do.
  package static let unsupported: UInt8 = 0x05

  /// Groups known to RFC 8010 and RFC 3995: operation, job, printer, unsupported, subscription, event.
  static let groups: Set<UInt8> = [0x01, 0x02, 0x04, 0x05, 0x06, 0x07]
  /// Values without a value: unsupported, unknown, no-value and those of RFC 3380.
  static let outOfBand: Set<UInt8> = [0x10, 0x12, 0x13, 0x15, 0x16, 0x17]

  /// There is no value.
  package static let noValue: UInt8 = 0x13
  static let integer: UInt8 = 0x21
  static let boolean: UInt8 = 0x22
  static let enumeration: UInt8 = 0x23
  static let octets: UInt8 = 0x30
  static let dateTime: UInt8 = 0x31
  static let resolution: UInt8 = 0x32
  static let range: UInt8 = 0x33
  static let collection: UInt8 = 0x34
  static let textWithLanguage: UInt8 = 0x35
  static let nameWithLanguage: UInt8 = 0x36
  static let endCollection: UInt8 = 0x37
  /// `textWithoutLanguage`.
  package static let text: UInt8 = 0x41
  /// `nameWithoutLanguage`.
  package static let name: UInt8 = 0x42
  /// `keyword`.
  package static let keyword: UInt8 = 0x44
  /// `uri`.
  package static let uri: UInt8 = 0x45
  /// `uriScheme`.
  package static let uriScheme: UInt8 = 0x46
  /// `charset`.
  package static let charset: UInt8 = 0x47
  /// `naturalLanguage`.
  package static let naturalLanguage: UInt8 = 0x48
  /// `mimeMediaType`.
  package static let mimeType: UInt8 = 0x49
  static let memberName: UInt8 = 0x4A

  /// Plain texts and the most bytes each may have (RFC 8011 section 5.1); 0x43 is reserved.
  static let texts: [UInt8: Int] = [
    text: 1023, name: 255, keyword: 255, uri: 1023, uriScheme: 63, charset: 63,
    naturalLanguage: 63, mimeType: 255,
  ]
}
