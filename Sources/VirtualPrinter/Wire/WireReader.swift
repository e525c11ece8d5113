/// Reads one message from outside bytes, strictly: what is read is written again byte for byte.
struct WireReader {
  private static let deepest = 8

  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func message() throws(WireFault) -> WireMessage {
    let version = try short()
    let code = try short()
    let requestID = try word()
    var groups: [WireMessage.Group] = []
    while true {
      let tag = try byte()
      if tag == WireTag.end { break }
      guard WireTag.groups.contains(tag) else {
        throw .badTag(tag, offset: offset - 1)
      }
      groups.append(WireMessage.Group(tag, try attributes()))
    }
    return WireMessage(version: version, code: code, requestID: requestID, groups: groups)
  }

  /// The attributes up to the next delimiter, which is not consumed.
  private mutating func attributes() throws(WireFault) -> [WireAttribute] {
    var list: [WireAttribute] = []
    var names: Set<String> = []
    while try peek() >= 0x10 {
      let start = offset
      let tag = try byte()
      let name = try text(upTo: 255)
      guard !name.isEmpty, names.insert(name).inserted else { throw .badName(offset: start) }
      list.append(WireAttribute(name, try values(tag, depth: 0)))
    }
    return list
  }

  /// The value behind its tag and name, and those that follow without a name.
  private mutating func values(_ tag: UInt8, depth: Int) throws(WireFault) -> [WireValue] {
    var list = [try value(tag, depth: depth)]
    while try peek() >= 0x10, try hasNoName(), isValue(try peek()) {
      let tag = try byte()
      _ = try short()
      list.append(try value(tag, depth: depth))
    }
    return list
  }

  private func isValue(_ tag: UInt8) -> Bool {
    tag != WireTag.memberName && tag != WireTag.endCollection
  }

  private func hasNoName() throws(WireFault) -> Bool {
    guard offset + 2 < bytes.count else { throw .truncated }
    return bytes[offset + 1] == 0 && bytes[offset + 2] == 0
  }

  private mutating func value(_ tag: UInt8, depth: Int) throws(WireFault) -> WireValue {
    let start = offset
    if let limit = WireTag.texts[tag] { return .text(tag: tag, try text(upTo: limit)) }
    if WireTag.outOfBand.contains(tag) {
      try length(0)
      return .outOfBand(tag)
    }
    switch tag {
    case WireTag.integer:
      try length(4)
      return .integer(try word())
    case WireTag.enumeration:
      try length(4)
      return .enumeration(try word())
    case WireTag.boolean:
      try length(1)
      let truth = try byte()
      guard truth < 2 else { throw .badValue(offset: start) }
      return .boolean(truth == 1)
    case WireTag.octets: return .octets(try take(Int(try short()), limit: 1023))
    case WireTag.dateTime:
      try length(11)
      return .dateTime(try take(11, limit: 11))
    case WireTag.resolution:
      try length(9)
      let dots = (across: try word(), down: try word())
      return .resolution(across: dots.across, down: dots.down, unit: try byte())
    case WireTag.range:
      try length(8)
      let low = try word()
      return .range(low, try word())
    case WireTag.textWithLanguage, WireTag.nameWithLanguage: return try localized(tag)
    case WireTag.collection: return .collection(try members(depth: depth + 1))
    default: throw .badTag(tag, offset: start)
    }
  }

  private mutating func localized(_ tag: UInt8) throws(WireFault) -> WireValue {
    let start = offset
    let total = Int(try short())
    let inside = offset
    let language = try text(upTo: 63)
    let words = try text(upTo: tag == WireTag.textWithLanguage ? 1023 : 255)
    guard offset - inside == total else { throw .badLength(offset: start) }
    return .localized(tag: tag, language: language, text: words)
  }

  private mutating func members(depth: Int) throws(WireFault) -> [WireAttribute] {
    guard depth <= Self.deepest else { throw .tooDeep(offset: offset) }
    try length(0)
    var list: [WireAttribute] = []
    var names: Set<String> = []
    while true {
      let start = offset
      let tag = try byte()
      try length(0)
      if tag == WireTag.endCollection {
        try length(0)
        return list
      }
      guard tag == WireTag.memberName else { throw .badTag(tag, offset: start) }
      let name = try text(upTo: 255)
      guard !name.isEmpty, names.insert(name).inserted else { throw .badName(offset: start) }
      let syntax = try byte()
      guard isValue(syntax) else { throw .badTag(syntax, offset: offset - 1) }
      try length(0)
      list.append(WireAttribute(name, try values(syntax, depth: depth)))
    }
  }

  // Pieces of a value.

  private func peek() throws(WireFault) -> UInt8 {
    guard offset < bytes.count else { throw .truncated }
    return bytes[offset]
  }

  private mutating func byte() throws(WireFault) -> UInt8 {
    let value = try peek()
    offset += 1
    return value
  }

  private mutating func short() throws(WireFault) -> UInt16 {
    let high = try byte()
    return UInt16(high) << 8 | UInt16(try byte())
  }

  private mutating func word() throws(WireFault) -> Int32 {
    let high = try short()
    return Int32(bitPattern: UInt32(high) << 16 | UInt32(try short()))
  }

  private mutating func length(_ wanted: UInt16) throws(WireFault) {
    let start = offset
    guard try short() == wanted else { throw .badLength(offset: start) }
  }

  private mutating func take(_ count: Int, limit: Int) throws(WireFault) -> [UInt8] {
    guard count <= limit else { throw .badLength(offset: offset) }
    guard bytes.count - offset >= count else { throw .truncated }
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  private mutating func text(upTo limit: Int) throws(WireFault) -> String {
    let start = offset
    let content = try take(Int(try short()), limit: limit)
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .badValue(offset: start)
    }
    return text
  }
}

extension WireMessage {
  /// Reads a message at the beginning of the bytes.
  ///
  /// - Parameter bytes: an IPP message, with or without a document behind it.
  /// - Returns: the message and the offset at which its document begins.
  /// - Throws: ``WireFault``; ``WireFault/truncated`` where more bytes may help.
  package static func read(
    _ bytes: [UInt8]
  ) throws(WireFault) -> (message: WireMessage, documentOffset: Int) {
    var reader = WireReader(bytes)
    let message = try reader.message()
    return (message, reader.offset)
  }
}
