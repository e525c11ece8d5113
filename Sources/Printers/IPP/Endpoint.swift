/// Where to connect: a host and port, or a domain socket.
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
  /// A host name, an address, or the path of a domain socket.
  package let host: String
  /// The TCP port; without meaning for a domain socket.
  package let port: Int
  /// Whether the connection uses TLS.
  package let isEncrypted: Bool

  /// A place to connect to, without TLS unless stated.
  package init(host: String, port: Int, isEncrypted: Bool = false) {
    self.host = host
    self.port = port
    self.isEncrypted = isEncrypted
  }

  /// As a person writes it.
  package var description: String {
    if host.hasPrefix("/") { return host }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
