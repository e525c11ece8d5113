import SwiftASN1

/// Bytes that are not the structure they should be.
struct DERFault: Error, Hashable {
  /// What was being read.
  let part: String
}

/// A value read from the distinguished encoding.
struct DERNode {
  private let node: ASN1Node

  private init(_ node: ASN1Node) { self.node = node }

  /// The one value that the bytes hold.
  init(_ bytes: [UInt8], _ part: String) throws(DERFault) {
    do { node = try DER.parse(bytes) } catch { throw DERFault(part: part) }
  }

  /// The bytes of the whole value, as they stand.
  var raw: [UInt8] { Array(node.encodedBytes) }

  var isSequence: Bool { node.identifier == .sequence }

  /// Whether the value has this context tag.
  func hasTag(_ tag: UInt) -> Bool {
    node.identifier == ASN1Identifier(tagWithNumber: tag, tagClass: .contextSpecific)
  }

  /// The members of a constructed value, whatever its tag.
  func members(_ part: String) throws(DERFault) -> [DERNode] {
    guard case .constructed(let nodes) = node.content else { throw DERFault(part: part) }
    return nodes.map { DERNode($0) }
  }

  /// The members of a sequence that has at least `count` of them.
  func sequence(_ part: String, atLeast count: Int = 0) throws(DERFault) -> [DERNode] {
    guard isSequence else { throw DERFault(part: part) }
    let found = try members(part)
    guard found.count >= count else { throw DERFault(part: part) }
    return found
  }

  /// The members of a set.
  func set(_ part: String) throws(DERFault) -> [DERNode] {
    guard node.identifier == .set else { throw DERFault(part: part) }
    return try members(part)
  }

  func identifier(_ part: String) throws(DERFault) -> ASN1ObjectIdentifier {
    try read(part) { try ASN1ObjectIdentifier(derEncoded: node) }
  }

  func integer(_ part: String) throws(DERFault) -> Int {
    try read(part) { try Int(derEncoded: node) }
  }

  func number(_ part: String) throws(DERFault) -> UInt64 {
    try read(part) { try UInt64(derEncoded: node) }
  }

  func boolean(_ part: String) throws(DERFault) -> Bool {
    try read(part) { try Bool(derEncoded: node) }
  }

  func octets(_ part: String) throws(DERFault) -> [UInt8] {
    try read(part) { Array(try ASN1OctetString(derEncoded: node).bytes) }
  }

  /// A string of whole bytes.
  func bits(_ part: String) throws(DERFault) -> [UInt8] {
    try read(part) { Array(try ASN1BitString(derEncoded: node).bytes) }
  }

  /// The bytes inside a primitive value, whatever its tag.
  func content(_ part: String) throws(DERFault) -> [UInt8] {
    guard case .primitive(let bytes) = node.content else { throw DERFault(part: part) }
    return Array(bytes)
  }

  /// A time of either kind (RFC 5280, 4.1.2.5); parts of a second are left out.
  func moment(_ part: String) throws(DERFault) -> Moment {
    try read(part) {
      if node.identifier == .utcTime {
        let time = try UTCTime(derEncoded: node)
        return Moment(
          year: time.year, month: time.month, day: time.day, hour: time.hours,
          minute: time.minutes, second: time.seconds)
      }
      let time = try GeneralizedTime(derEncoded: node)
      return Moment(
        year: time.year, month: time.month, day: time.day, hour: time.hours,
        minute: time.minutes, second: time.seconds)
    }
  }

  private func read<Value>(_ part: String, _ body: () throws -> Value) throws(DERFault) -> Value {
    do { return try body() } catch { throw DERFault(part: part) }
  }
}
