package import Diagnostics

/// Where a printer is: straight on the network, or a queue of a CUPS server.
package enum PrinterAddress: Hashable, Sendable {
  case direct(Endpoint, path: String)
  case queue(String, CUPSServer)
  /// A raw connection (AppSocket), which takes bytes and says nothing; whether the printer is waited for to
  /// close it.
  case raw(Endpoint, waitsForEnd: Bool)

  /// Reads `ipp://host[:port]/path`, `ipps://…`, `socket://host[:port]` with `?waiteof=false` for a printer
  /// that never closes a connection (as CUPS writes it), or the name of a queue.
  ///
  /// - Parameters:
  ///   - text: what the person gave.
  ///   - server: the CUPS server for names of queues.
  /// - Throws: ``Refusal`` that says what is wrong with the address.
  package init(parsing text: String, server: CUPSServer = .system) throws(Refusal) {
    if let match = text.wholeMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):\/\/([^\/]*)(\/.*)?/) {
      self = try Self.direct(
        scheme: match.1.lowercased(), authority: String(match.2), path: match.3.map(String.init),
        text)
    } else if Self.isQueueName(text) {
      self = .queue(text, server)
    } else {
      throw Self.refusal(Wording.badQueueName(text), Wording.addressForms)
    }
  }

  private static func direct(
    scheme: String, authority: String, path: String?, _ text: String
  ) throws(Refusal) -> PrinterAddress {
    guard ["ipp", "ipps", "socket"].contains(scheme) else {
      throw refusal(Wording.unknownScheme(scheme), Wording.addressForms)
    }
    guard !authority.contains("@") else { throw refusal(Wording.userInAddress, nil) }
    if scheme == "socket" { return try raw(authority, path ?? "/") }
    guard let endpoint = Endpoint(authority: authority, isEncrypted: scheme == "ipps") else {
      throw refusal(Wording.badHost(authority), Wording.addressForms)
    }
    guard let path, path.count > 1 else {
      throw refusal(Wording.noPath(text), Wording.usualPath)
    }
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw refusal(Wording.badPath(path), Wording.addressForms)
    }
    return .direct(endpoint, path: path)
  }

  private static func raw(
    _ authority: String, _ path: String
  ) throws(Refusal) -> PrinterAddress {
    guard let endpoint = Endpoint(authority: authority, usualPort: 9100) else {
      throw refusal(Wording.badHost(authority), Wording.addressForms)
    }
    guard let match = path.wholeMatch(of: /\/?(?:\?waiteof=(true|false))?/) else {
      throw refusal(Wording.badPath(path), Wording.rawForms)
    }
    return .raw(endpoint, waitsForEnd: match.1 != "false")
  }

  /// CUPS allows any printable character but `/`, `#`, quotes and blanks in a name of up to 127.
  private static func isQueueName(_ text: String) -> Bool {
    text.utf8.count <= 127
      && text.wholeMatch(of: /[^\s\/#"'?\\@:\x00-\x1F\x7F]+/) != nil
  }

  private static func refusal(_ message: Message, _ hint: Message?) -> Refusal {
    Refusal(Diagnostic(at: .field("printer"), message, hint: hint))
  }
}

extension PrinterAddress {
  /// Where to connect.
  var endpoint: Endpoint {
    switch self {
    case .direct(let endpoint, _), .raw(let endpoint, _): endpoint
    case .queue(_, let server): server.endpoint
    }
  }

  /// The path part of the requests.
  var resource: String {
    switch self {
    case .direct(_, let path): path
    case .queue(let name, _): "/printers/" + Self.escaped(name)
    case .raw(_, let waitsForEnd): waitsForEnd ? "" : "/?waiteof=false"
    }
  }

  /// The printer's URI as it stands in requests (RFC 3510), and in CUPS's `device-uri`.
  package var uri: String {
    switch self {
    case .direct(let endpoint, _):
      "\(endpoint.isEncrypted ? "ipps" : "ipp")://\(endpoint)\(resource)"
    case .queue(_, let server):
      server.endpoint.host.hasPrefix("/")
        ? "ipp://localhost\(resource)" : "ipp://\(server.endpoint)\(resource)"
    case .raw(let endpoint, _): "socket://\(endpoint)\(resource)"
    }
  }

  /// Whether a CUPS queue stands between: its `completed` means handed over, not printed.
  package var isQueue: Bool {
    if case .queue = self { true } else { false }
  }

  /// Whether it is a raw connection, on which no questions are answered.
  package var isRaw: Bool {
    if case .raw = self { true } else { false }
  }

  /// The printer or queue there, to be asked by IPP.
  ///
  /// - Throws: ``Refusal`` for a raw connection.
  package func printer(seconds: Double = 30) throws(Refusal) -> Printer {
    guard !isRaw else { throw Self.refusal(Wording.saysNothing(uri), Wording.askByIPP) }
    return Printer(self, seconds: seconds)
  }

  private static func escaped(_ name: String) -> String {
    name.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hexadecimal
    }.joined()
  }
}
