import CCUPS

extension IPPMessage {
  /// Collections inside collections deeper than this are left out.
  private static let depthLimit = 8

  /// All values of an attribute of libcups.
  static func values(of attribute: OpaquePointer, depth: Int) -> [IPPValue] {
    let count = unsafe ippGetCount(attribute)
    return (0..<max(0, count)).map { unsafe value(of: attribute, at: $0, depth: depth) }
  }

  private static func value(of attribute: OpaquePointer, at index: Int32, depth: Int) -> IPPValue {
    let tag = unsafe ippGetValueTag(attribute)
    switch tag {
    case IPP_TAG_INTEGER: return .integer(Int(unsafe ippGetInteger(attribute, index)))
    case IPP_TAG_ENUM: return .enumeration(Int(unsafe ippGetInteger(attribute, index)))
    case IPP_TAG_BOOLEAN: return .boolean(unsafe ippGetBoolean(attribute, index) != 0)
    case IPP_TAG_RANGE:
      var upper: Int32 = 0
      let lower = unsafe ippGetRange(attribute, index, &upper)
      return .range(from: Int(lower), to: Int(upper))
    case IPP_TAG_RESOLUTION: return unsafe resolution(of: attribute, at: index)
    case IPP_TAG_BEGIN_COLLECTION:
      return unsafe collection(of: attribute, at: index, depth: depth)
    case IPP_TAG_STRING: return unsafe octets(of: attribute, at: index)
    default: return unsafe string(of: attribute, at: index, tag: tag)
    }
  }

  private static func resolution(of attribute: OpaquePointer, at index: Int32) -> IPPValue {
    var down: Int32 = 0
    var units = IPP_RES_PER_INCH
    let across = unsafe ippGetResolution(attribute, index, &down, &units)
    return .resolution(
      across: Int(across), down: Int(down), isPerInch: units == IPP_RES_PER_INCH)
  }

  private static func collection(
    of attribute: OpaquePointer, at index: Int32, depth: Int
  ) -> IPPValue {
    guard depth < depthLimit, let members = unsafe ippGetCollection(attribute, index) else {
      return .collection([])
    }
    var list: [IPPAttribute] = []
    var next = unsafe ippFirstAttribute(members)
    while let member = unsafe next {
      if let name = unsafe ippGetName(member) {
        let values = unsafe values(of: member, depth: depth + 1)
        list.append(IPPAttribute(unsafe String(cString: name), values))
      }
      unsafe next = unsafe ippNextAttribute(members)
    }
    return .collection(list)
  }

  private static func octets(of attribute: OpaquePointer, at index: Int32) -> IPPValue {
    var count: Int32 = 0
    guard let start = unsafe ippGetOctetString(attribute, index, &count), count > 0 else {
      return .octets([])
    }
    return .octets(unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(count))))
  }

  private static func string(
    of attribute: OpaquePointer, at index: Int32, tag: ipp_tag_t
  ) -> IPPValue {
    guard let make = stringKind(tag) else { return .other(tag: Int(tag.rawValue)) }
    let text = unsafe ippGetString(attribute, index, nil).map { unsafe String(cString: $0) }
    return make(text ?? "")
  }

  private static func stringKind(_ tag: ipp_tag_t) -> ((String) -> IPPValue)? {
    switch tag {
    case IPP_TAG_TEXT, IPP_TAG_TEXTLANG: IPPValue.text
    case IPP_TAG_NAME, IPP_TAG_NAMELANG: IPPValue.name
    case IPP_TAG_KEYWORD: IPPValue.keyword
    case IPP_TAG_URI: IPPValue.uri
    case IPP_TAG_CHARSET: IPPValue.charset
    case IPP_TAG_LANGUAGE: IPPValue.language
    case IPP_TAG_MIMETYPE: IPPValue.mimeType
    default: nil
    }
  }
}
