/// Writes one message as bytes.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  init(_ message: WireMessage) {
    short(message.version)
    short(message.code)
    word(message.requestID)
    for group in message.groups {
      bytes.append(group.tag)
      for attribute in group.attributes { put(attribute) }
    }
    bytes.append(WireTag.end)
  }

  private mutating func put(_ attribute: WireAttribute) {
    for (index, value) in attribute.values.enumerated() {
      bytes.append(value.tag)
      text(index == 0 ? attribute.name : "")
      put(value)
    }
  }

  private mutating func put(_ value: WireValue) {
    switch value {
    case .outOfBand: short(0)
    case .integer(let number), .enumeration(let number):
      short(4)
      word(number)
    case .boolean(let truth):
      short(1)
      bytes.append(truth ? 1 : 0)
    case .octets(let content), .dateTime(let content):
      short(UInt16(content.count))
      bytes += content
    case .resolution(let across, let down, let unit):
      short(9)
      word(across)
      word(down)
      bytes.append(unit)
    case .range(let low, let high):
      short(8)
      word(low)
      word(high)
    case .collection(let members): put(members)
    case .localized(_, let language, let words):
      short(UInt16(4 + language.utf8.count + words.utf8.count))
      text(language)
      text(words)
    case .text(_, let words): text(words)
    }
  }

  private mutating func put(_ members: [WireAttribute]) {
    short(0)
    for member in members {
      bytes.append(WireTag.memberName)
      short(0)
      text(member.name)
      for value in member.values {
        bytes.append(value.tag)
        short(0)
        put(value)
      }
    }
    bytes += [WireTag.endCollection, 0, 0, 0, 0]
  }

  private mutating func short(_ value: UInt16) {
    bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
  }

  private mutating func word(_ value: Int32) {
    let bits = UInt32(bitPattern: value)
    bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> UInt32($0)) }
  }

  private mutating func text(_ text: String) {
    short(UInt16(text.utf8.count))
    bytes += text.utf8
  }
}

extension WireMessage {
  /// The message as it goes over the line, without a document.
  ///
  /// Texts longer than 65 535 bytes are a fault of the caller.
  package var bytes: [UInt8] { WireWriter(self).bytes }
}

extension WireValue {
  /// The tag of the value's syntax.
  var tag: UInt8 {
    switch self {
    case .outOfBand(let tag), .localized(let tag, _, _), .text(let tag, _): tag
    case .integer: WireTag.integer
    case .boolean: WireTag.boolean
    case .enumeration: WireTag.enumeration
    case .octets: WireTag.octets
    case .dateTime: WireTag.dateTime
    case .resolution: WireTag.resolution
    case .range: WireTag.range
    case .collection: WireTag.collection
    }
  }
}
