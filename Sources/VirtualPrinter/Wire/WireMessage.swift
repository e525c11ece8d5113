/// An IPP request or response without the document behind it (RFC 8010 section 3.1).
package struct WireMessage: Hashable, Sendable {
  /// A group of attributes and the tag it begins with.
  package struct Group: Hashable, Sendable {
    /// The delimiter tag, such as ``WireTag/job``.
    package let tag: UInt8
    /// The attributes in their order.
    package var attributes: [WireAttribute]

    /// A group from its tag and attributes.
    package init(_ tag: UInt8, _ attributes: [WireAttribute]) {
      self.tag = tag
      self.attributes = attributes
    }
  }

  /// Major version in the high byte, minor in the low one: 0x0101 is IPP/1.1.
  package var version: UInt16
  /// The operation of a request, the status of a response.
  package var code: UInt16
  /// The client's number of the request.
  package var requestID: Int32
  /// The groups in their order.
  package var groups: [Group]

  /// A message from its parts.
  package init(version: UInt16, code: UInt16, requestID: Int32, groups: [Group]) {
    self.version = version
    self.code = code
    self.requestID = requestID
    self.groups = groups
  }

  /// The attributes of the first group with that tag; empty without one.
  package func attributes(_ tag: UInt8) -> [WireAttribute] {
    groups.first { $0.tag == tag }?.attributes ?? []
  }
}
