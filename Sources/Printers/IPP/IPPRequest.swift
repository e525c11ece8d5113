/// One IPP request as a plain value; the connection turns it into bytes.
package struct IPPRequest: Hashable, Sendable {
  /// What the printer or server is asked to do.
  package let operation: IPPOperation
  /// Operation attributes after charset and language, which always come first (RFC 8011 4.1.4).
  package var attributes: [IPPAttribute]
  /// The job template attributes.
  package var job: [IPPAttribute]

  /// A request to one printer in the name of one user.
  package init(
    _ operation: IPPOperation, printer uri: String, user: String, job: [IPPAttribute] = []
  ) {
    self.operation = operation
    attributes = [
      IPPAttribute("printer-uri", .uri(uri)), IPPAttribute("requesting-user-name", .name(user)),
    ]
    self.job = job
  }

  /// A request to a server, for no printer in particular.
  package init(_ operation: IPPOperation, user: String) {
    self.operation = operation
    attributes = [IPPAttribute("requesting-user-name", .name(user))]
    job = []
  }

  /// The request with one more operation attribute.
  package func with(_ name: String, _ values: IPPValue...) -> IPPRequest {
    var copy = self
    copy.attributes.append(IPPAttribute(name, values))
    return copy
  }

  /// The request for one job; RFC 8011 4.1.5 wants the id right behind the printer's URI.
  package func forJob(_ id: Int) -> IPPRequest {
    var copy = self
    copy.attributes.insert(IPPAttribute("job-id", .integer(id)), at: 1)
    return copy
  }

  /// The request that asks for these attributes only.
  package func asking(for names: [String]) -> IPPRequest {
    var copy = self
    copy.attributes.append(IPPAttribute("requested-attributes", names.map(IPPValue.keyword)))
    return copy
  }
}
