import CCUPS
package import Diagnostics

/// The CUPS scheduler that queues are looked for at.
package enum CUPSServer: Hashable, Sendable {
  /// The one the system's CUPS client is set up for.
  case system
  case at(Endpoint)

  /// Reads `host`, `host:port` or the path of a domain socket, as `CUPS_SERVER` holds them.
  ///
  /// - Throws: ``Refusal`` when the text is none of them.
  package init(parsing text: String) throws(Refusal) {
    if text.hasPrefix("/") {
      self = .at(Endpoint(host: text, port: 0))
      return
    }
    guard let endpoint = Endpoint(authority: text) else {
      throw Refusal(Diagnostic(at: .field("server"), Wording.badServer(text)))
    }
    self = .at(endpoint)
  }

  /// Where to connect.
  var endpoint: Endpoint {
    switch self {
    case .at(let endpoint): endpoint
    case .system:
      Endpoint(
        host: unsafe cupsServer().map { unsafe String(cString: $0) } ?? "localhost",
        port: Int(ippPort()))
    }
  }
}

extension Endpoint {
  /// Reads `host`, `host:port`, `[v6]` or `[v6]:port`; the port is IPP's 631 when left out.
  init?(authority: String, usualPort: Int = 631, isEncrypted: Bool = false) {
    let pattern = /(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._\-]+))(?::([0-9]{1,5}))?/
    guard let match = authority.wholeMatch(of: pattern) else { return nil }
    let host = String(match.1 ?? match.2 ?? "")
    let port = match.3.map { Int($0) ?? 0 } ?? usualPort
    guard !host.isEmpty, (1...65_535).contains(port) else { return nil }
    self.init(host: host, port: port, isEncrypted: isEncrypted)
  }
}
