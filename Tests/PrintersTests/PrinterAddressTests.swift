import Diagnostics
import Printers
import Testing

@Suite("Printer addresses")
struct PrinterAddressTests {
  @Test(
    "an address is read and written back",
    arguments: [
      ("ipp://localhost:8631/ipp/print", "ipp://localhost:8631/ipp/print"),
      ("ipp://printer.example/ipp/print", "ipp://printer.example:631/ipp/print"),
      ("IPPS://10.0.0.7/ipp/print", "ipps://10.0.0.7:631/ipp/print"),
      ("ipp://[::1]:8631/ipp/print", "ipp://[::1]:8631/ipp/print"),
      ("socket://10.0.0.9", "socket://10.0.0.9:9100"),
      ("SOCKET://[::1]:9101/", "socket://[::1]:9101"),
      ("socket://lq.example/?waiteof=true", "socket://lq.example:9100"),
      ("socket://lq.example/?waiteof=false", "socket://lq.example:9100/?waiteof=false"),
      ("counter", "ipp://cups.example:1631/printers/counter"),
      ("柜台 1".replacing(" ", with: "-"), "ipp://cups.example:1631/printers/%E6%9F%9C%E5%8F%B0-1"),
    ])
  func reads(text: String, uri: String) throws {
    let server = try CUPSServer(parsing: "cups.example:1631")
    #expect(try PrinterAddress(parsing: text, server: server).uri == uri)
  }

  @Test(
    "a wrong address is refused with the reason",
    arguments: [
      ("", "neither"), ("two words", "neither"), ("a/b", "neither"),
      ("http://printer/ipp/print", "'http' is not supported"),
      ("ipp:///ipp/print", "not a host"), ("ipp://host:0/ipp", "not a host"),
      ("ipp://host:99999/ipp", "not a host"), ("ipp://host", "has no path"),
      ("ipp://host/", "has no path"), ("ipp://user:secret@host/ipp", "user name or password"),
      ("ipp://host/ipp print", "not a path"), ("socket://", "not a host"),
      ("socket://host/printer", "not a path"), ("socket://host/?waiteof=no", "not a path"),
      ("socket://secret@host", "user name or password"),
    ])
  func refuses(text: String, reason: String) {
    let refusal = #expect(throws: Refusal.self) { try PrinterAddress(parsing: text) }
    #expect(refusal?.description.contains(reason) == true)
    #expect(refusal?.description.contains("secret") == false)
  }

  @Test("a server is a host, a host with port, or a socket")
  func readsServer() throws {
    #expect(try CUPSServer(parsing: "host") == .at(Endpoint(host: "host", port: 631)))
    #expect(try CUPSServer(parsing: "host:1") == .at(Endpoint(host: "host", port: 1)))
    let socket = try CUPSServer(parsing: "/run/cups/cups.sock")
    #expect(socket == .at(Endpoint(host: "/run/cups/cups.sock", port: 0)))
    #expect(try PrinterAddress(parsing: "q", server: socket).uri == "ipp://localhost/printers/q")
    #expect(throws: Refusal.self) { try CUPSServer(parsing: "host:port") }
  }
}
