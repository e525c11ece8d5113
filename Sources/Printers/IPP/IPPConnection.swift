package import Foundation

/// One connection to a printer or a print server, with a thread of its own.
///
/// Requests are done one after the other, each exactly once.
package actor IPPConnection {
  private let executor: ThreadExecutor
  private let endpoint: Endpoint
  private let seconds: Double
  private var link: LinkBox?

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// - Parameters:
  ///   - endpoint: where to connect, at the first request.
  ///   - seconds: how long to wait for a connection and for each answer.
  package init(to endpoint: Endpoint, seconds: Double = 30) {
    executor = ThreadExecutor(name: "ipp")
    self.endpoint = endpoint
    self.seconds = seconds
  }

  /// Asks, and gives back the answer whatever its status.
  ///
  /// - Parameters:
  ///   - request: the question.
  ///   - resource: the path part of the printer's URI.
  ///   - document: the bytes that follow the question.
  /// - Returns: the answer.
  /// - Throws: ``PrinterError`` when there is no answer.
  package func ask(
    _ request: IPPRequest, resource: String, document: Data? = nil
  ) throws(PrinterError) -> IPPResponse {
    let link = try openLink()
    self.link = nil  // a connection that failed is not used again
    let response = try link.link.exchange(request, resource: resource, document: document)
    self.link = link
    return response
  }

  private func openLink() throws(PrinterError) -> LinkBox {
    if let link { return link }
    return LinkBox(try HTTPLink(to: endpoint, seconds: seconds))
  }

  /// Asks, and takes any status but success as an error.
  package func perform(
    _ request: IPPRequest, resource: String, document: Data? = nil
  ) throws(PrinterError) -> IPPResponse {
    let response = try ask(request, resource: resource, document: document)
    guard response.isSuccess else { throw PrinterError(refusedBy: response) }
    return response
  }
}

/// Holds the link in an optional, which a noncopyable value cannot leave and enter in one step.
private final class LinkBox {
  let link: HTTPLink
  init(_ link: consuming HTTPLink) { self.link = link }
}
