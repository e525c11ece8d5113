import SwiftASN1

/// A value to be written in the distinguished encoding (X.690).
indirect enum DERItem: DERSerializable {
  case sequence([DERItem])
  /// Sorted when written.
  case set([DERItem])
  case integer(Int)
  case number(UInt64)
  case identifier(ASN1ObjectIdentifier)
  case octets([UInt8])
  case bits([UInt8])
  case boolean(Bool)
  /// An IA5String.
  case ascii(String)
  case utf8(String)
  /// A GeneralizedTime.
  case time(Moment)
  case null
  /// Bytes that are encoded already.
  case raw([UInt8])
  /// Members under a context tag in place of the sequence's own.
  case tagged(UInt, [DERItem])

  func serialize(into coder: inout DER.Serializer) throws {
    switch self {
    case .sequence(let members):
      try coder.appendConstructedNode(identifier: .sequence) { try Self.write(members, to: &$0) }
    case .set(let members): try coder.serializeSetOf(members)
    case .integer(let value): try coder.serialize(value)
    case .number(let value): try coder.serialize(value)
    case .identifier(let value): try coder.serialize(value)
    case .octets(let bytes): try coder.serialize(ASN1OctetString(contentBytes: bytes[...]))
    case .bits(let bytes): try coder.serialize(ASN1BitString(bytes: bytes[...]))
    case .ascii(let text): Self.write(text, .ia5String, to: &coder)
    case .utf8(let text): Self.write(text, .utf8String, to: &coder)
    case .time(let moment): Self.write(moment.digits + "Z", .generalizedTime, to: &coder)
    case .boolean(let value): try coder.serialize(value)
    case .null: try coder.serialize(ASN1Null())
    case .raw(let bytes): coder.serializeRawBytes(bytes)
    case .tagged(let tag, let members):
      let identifier = ASN1Identifier(tagWithNumber: tag, tagClass: .contextSpecific)
      try coder.appendConstructedNode(identifier: identifier) { try Self.write(members, to: &$0) }
    }
  }

  private static func write(_ members: [DERItem], to coder: inout DER.Serializer) throws {
    for member in members { try coder.serialize(member) }
  }

  private static func write(
    _ text: String, _ identifier: ASN1Identifier, to coder: inout DER.Serializer
  ) {
    coder.appendPrimitiveNode(identifier: identifier) { $0 += text.utf8 }
  }

  /// The encoding; none of these values can fail to be written.
  var encoded: [UInt8] {
    var coder = DER.Serializer()
    do { try coder.serialize(self) } catch { preconditionFailure("DER: \(error)") }
    return coder.serializedBytes
  }
}
