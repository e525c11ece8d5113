/// One queue of a CUPS server.
package struct PrinterSummary: Hashable, Sendable {
  /// The queue's name, by which it is printed to.
  package let name: String
  /// Whether the server takes it when no queue is named.
  package let isDefault: Bool
  /// What the server says of the queue.
  package let status: PrinterStatus
}

extension Printer {
  /// The queues of a CUPS server in the order of their names; discovery is the server's work.
  ///
  /// - Throws: ``PrinterError`` when the server does not answer.
  package static func list(
    on server: CUPSServer = .system, user: String = "originpress", seconds: Double = 30
  ) async throws(PrinterError) -> [PrinterSummary] {
    let connection = IPPConnection(to: server.endpoint, seconds: seconds)
    let request = IPPRequest(.cupsGetPrinters, user: user).asking(for: ["all"])
    let response = try await connection.ask(request, resource: "/")
    if response.status == 0x0406 { return [] }  // "No destinations added."
    guard response.isSuccess else { throw PrinterError(refusedBy: response) }
    let standard = try await defaultName(connection, user)
    let queues = response.all(.printer).compactMap { attributes in
      attributes.string("printer-name").map { name in
        PrinterSummary(
          name: name, isDefault: name == standard, status: PrinterStatus(attributes))
      }
    }
    return queues.sorted { $0.name < $1.name }
  }

  private static func defaultName(
    _ connection: IPPConnection, _ user: String
  ) async throws(PrinterError) -> String? {
    let request = IPPRequest(.cupsGetDefault, user: user).asking(for: ["printer-name"])
    return try await connection.ask(request, resource: "/").first(.printer).string("printer-name")
  }
}
