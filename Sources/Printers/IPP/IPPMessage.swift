import CCUPS

/// Owns one `ipp_t` of libcups; it never leaves the thread that made it.
@safe
struct IPPMessage: ~Copyable {
  let handle: OpaquePointer

  /// Takes over an answer; it is freed with this value.
  init(owning handle: OpaquePointer) { unsafe self.handle = unsafe handle }

  /// A request with charset and language first, as RFC 8011 section 4.1.4 asks.
  init(_ request: IPPRequest) {
    let operation = ipp_op_t(rawValue: .init(request.operation.rawValue))
    guard let handle = unsafe ippNewRequest(operation) else {
      preconditionFailure("out of memory")
    }
    unsafe self.handle = unsafe handle
    for attribute in request.attributes { add(attribute, to: IPP_TAG_OPERATION) }
    for attribute in request.job { add(attribute, to: IPP_TAG_JOB) }
  }

  deinit { unsafe ippDelete(handle) }

  /// The length of the message in bytes, without a document.
  var length: Int { unsafe ippLength(handle) }

  /// Everything the message says, as a plain value.
  var response: IPPResponse {
    var groups: [(IPPResponse.Group, IPPAttributes)] = []
    var list: [IPPAttribute] = []
    var current: ipp_tag_t = IPP_TAG_ZERO
    var next = unsafe ippFirstAttribute(handle)
    while let attribute = unsafe next {
      let tag = unsafe ippGetGroupTag(attribute)
      let name = unsafe ippGetName(attribute).map { unsafe String(cString: $0) }
      if tag != current || name == nil {
        Self.close(&list, current, into: &groups)
        current = tag
      }
      if let name { list.append(IPPAttribute(name, unsafe Self.values(of: attribute, depth: 0))) }
      unsafe next = unsafe ippNextAttribute(handle)
    }
    Self.close(&list, current, into: &groups)
    return IPPResponse(status: Int(unsafe ippGetStatusCode(handle).rawValue), groups: groups)
  }

  private static func close(
    _ list: inout [IPPAttribute], _ tag: ipp_tag_t,
    into groups: inout [(IPPResponse.Group, IPPAttributes)]
  ) {
    guard !list.isEmpty else { return }
    let group = IPPResponse.Group(rawValue: Int(tag.rawValue)) ?? .other
    groups.append((group, IPPAttributes(list)))
    list = []
  }
}
