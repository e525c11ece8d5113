import CCUPS

extension IPPMessage {
  /// Adds an attribute; all its values must be of the first one's kind.
  func add(_ attribute: IPPAttribute, to group: ipp_tag_t) {
    unsafe Self.add(attribute, to: group, of: handle)
  }

  private static func add(
    _ attribute: IPPAttribute, to group: ipp_tag_t, of message: OpaquePointer
  ) {
    let name = attribute.name
    switch attribute.values.first {
    case .integer, .enumeration: unsafe addNumbers(attribute, to: group, of: message)
    case .boolean(let flag): _ = unsafe ippAddBoolean(message, group, name, flag ? 1 : 0)
    case .range(let from, let to):
      _ = unsafe ippAddRange(message, group, name, Int32(clamping: from), Int32(clamping: to))
    case .resolution(let across, let down, let isPerInch):
      let units = isPerInch ? IPP_RES_PER_INCH : IPP_RES_PER_CM
      _ = unsafe ippAddResolution(
        message, group, name, units, Int32(clamping: across), Int32(clamping: down))
    case .collection: unsafe addCollections(attribute, to: group, of: message)
    case .octets(let bytes):
      _ = unsafe ippAddOctetString(message, group, name, bytes, Int32(clamping: bytes.count))
    case .other(let tag):
      _ = unsafe ippAddOutOfBand(message, group, ipp_tag_t(rawValue: .init(tag)), name)
    case .some: unsafe addStrings(attribute, to: group, of: message)
    case nil: break
    }
  }

  private static func addNumbers(
    _ attribute: IPPAttribute, to group: ipp_tag_t, of message: OpaquePointer
  ) {
    let numbers = attribute.values.compactMap { $0.number.map { Int32(clamping: $0) } }
    var tag = IPP_TAG_INTEGER
    if case .enumeration? = attribute.values.first { tag = IPP_TAG_ENUM }
    _ = unsafe ippAddIntegers(
      message, group, tag, attribute.name, Int32(clamping: numbers.count), numbers)
  }

  private static func addStrings(
    _ attribute: IPPAttribute, to group: ipp_tag_t, of message: OpaquePointer
  ) {
    guard let first = attribute.values.first, let tag = stringTag(first) else { return }
    let strings = attribute.values.compactMap(\.string)
    let count = Int32(clamping: strings.count)
    let added = unsafe ippAddStrings(message, group, tag, attribute.name, count, nil, nil)
    for (index, string) in strings.enumerated() {
      var target = unsafe added
      _ = unsafe ippSetString(message, &target, Int32(clamping: index), string)
    }
  }

  private static func stringTag(_ value: IPPValue) -> ipp_tag_t? {
    switch value {
    case .text: IPP_TAG_TEXT
    case .name: IPP_TAG_NAME
    case .keyword: IPP_TAG_KEYWORD
    case .uri: IPP_TAG_URI
    case .charset: IPP_TAG_CHARSET
    case .language: IPP_TAG_LANGUAGE
    case .mimeType: IPP_TAG_MIMETYPE
    default: nil
    }
  }

  private static func addCollections(
    _ attribute: IPPAttribute, to group: ipp_tag_t, of message: OpaquePointer
  ) {
    let count = Int32(clamping: attribute.values.count)
    let added = unsafe ippAddCollections(message, group, attribute.name, count, nil)
    for (index, value) in attribute.values.enumerated() {
      guard case .collection(let members) = value, let inner = unsafe ippNew() else { continue }
      for member in members { unsafe add(member, to: IPP_TAG_ZERO, of: inner) }
      var target = unsafe added
      _ = unsafe ippSetCollection(message, &target, Int32(clamping: index), inner)
      unsafe ippDelete(inner)
    }
  }
}
