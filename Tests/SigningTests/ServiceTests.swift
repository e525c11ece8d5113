import Foundation
import Support
import Testing

@testable import Signing

/// Services over HTTP: a real server answers well, badly, late or not at all.
struct ServiceTests {
  private let authority: TestAuthority
  private let probe: [UInt8] = [1, 2, 3]

  init() throws { authority = try TestAuthority.shared.get() }

  private func code(
    _ url: String, _ client: ServiceClient = ServiceClient()
  ) async -> SigningError.Code? {
    await #expect(throws: SigningError.self, "\(url)") {
      try await TimestampAuthority(url: url, client: client).token(over: probe)
    }?.code
  }

  @Test func `a file is stamped over HTTP`() async throws {
    let signer = try authority.signer()
    try await OutsideService.with(authority.folder) { service in
      let stamps = TimestampAuthority(url: service.url("stamp"))
      let file = try await signer.sign(
        PDFRevision(Bases.drawn(pages: 1)), Bases.request(), level: .timestamped(stamps))
      #expect(file.level == .timestamped)
      try await SignatureLevel.timestamped(stamps).check(authority.trust())
      let stranger = Trust(anchors: [try authority.certificate("signer")])
      let error = await #expect(throws: SigningError.self) {
        try await SignatureLevel.timestamped(stamps).check(stranger)
      }
      #expect(error?.code == .timestampRefused)
    }
  }

  @Test func `an authority that answers something else has refused`() async throws {
    try await OutsideService.with(authority.folder) { service in
      for path in ["html", "garbage", "empty", "redirect", "nowhere"] {
        #expect(await code(service.url(path)) == .timestampRefused, "\(path)")
      }
      #expect(await code(service.url("busy")) == .timestampDown)
      #expect(await code(service.url("huge")) == .timestampDown)
    }
  }

  @Test func `an authority that is slow, silent or gone is down`() async throws {
    let client = ServiceClient(timeout: .milliseconds(300))
    let silent = try SilentServer()
    let address = "127.0.0.1:\(silent.port)/"
    try await OutsideService.with(authority.folder) { service in
      for url in [service.url("slow"), "http://\(address)"] {
        let error = await #expect(throws: SigningError.self) {
          try await TimestampAuthority(url: url, client: client).token(over: probe)
        }
        #expect(error?.code == .timestampDown)
        #expect(error?.cause?.contains("timed out") == true, "\(error?.cause ?? "")")
      }
    }
    silent.close()
    for url in ["http://\(address)", "https://\(address)", "file:///etc/hostname", "", "http:"] {
      #expect(await code(url) == .timestampDown, "\(url)")
    }
  }

  @Test func `a server of https has to show a certificate that the machine trusts`() async throws {
    try await OutsideService.with(authority.folder, encrypted: true) { service in
      let error = await #expect(throws: SigningError.self) {
        try await TimestampAuthority(url: service.url("stamp")).token(over: probe)
      }
      #expect(error?.code == .timestampDown)
      #expect(error?.cause?.contains("certificate") == true, "\(error?.cause ?? "")")
    }
  }

  @Test func `many services are asked at once, more than the machine has cores`() async throws {
    let client = ServiceClient(timeout: .seconds(90))
    let statuses = try await OutsideService.with(authority.folder) { service in
      await withTaskGroup { group in
        for _ in 0..<8 {
          group.addTask {
            try? await client.post([1], to: service.url("meet"), headers: []).status
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(statuses == Array(repeating: 200, count: 8))
  }

  /// The key of a name as a file that the service signs with.
  private func serve(_ name: String, as label: String) throws {
    let opened = try Program.run(
      "openssl",
      [
        "pkey", "-in", authority.folder.appending(path: "\(name).key").path, "-passin",
        "pass:\(TestAuthority.password)",
      ])
    try opened.output.write(to: authority.folder.appending(path: "\(label).key"))
  }

  @Test(arguments: ["signer", "rsa"])
  func `a key at a service signs a file`(_ name: String) async throws {
    try serve(name, as: "remote-\(name)")
    try await OutsideService.with(authority.folder) { service in
      let key = RemoteKey(
        url: service.url("sign"), name: "remote-\(name)",
        algorithm: name == "rsa" ? .rsa : .ecdsaP256, token: OutsideService.token)
      let signer = try authority.signer(name, key: key)
      try await signer.check(at: Bases.now)
      let file = try await signer.sign(
        PDFRevision(Bases.drawn(pages: 1)), Bases.request(), level: .basic)
      #expect(file.level == .basic)
    }
  }

  @Test func `a service that gives no signature is told apart from a wrong one`() async throws {
    try serve("signer", as: "remote")
    try await OutsideService.with(authority.folder) { service async throws in
      func code(_ path: String, _ key: String, token: String?) async throws -> SigningError.Code? {
        let key = RemoteKey(
          url: service.url(path), name: key, algorithm: .ecdsaP256, token: token)
        let signer = try authority.signer(key: key)
        return await #expect(throws: SigningError.self, "\(path)") {
          try await signer.check(at: Bases.now)
        }?.code
      }
      let token = OutsideService.token
      for path in ["sign-garbage", "sign-list", "html", "busy", "huge", "nowhere"] {
        #expect(try await code(path, "remote", token: token) == .remoteDown, "\(path)")
      }
      for token in [nil, "another"] {
        #expect(try await code("sign", "remote", token: token) == .remoteDown)
      }
      #expect(try await code("sign-other", "remote", token: token) == .keyMismatch)
    }
  }
}
