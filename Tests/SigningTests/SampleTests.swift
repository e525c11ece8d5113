import Foundation
import Support
import Testing

@testable import Signing

/// Signed files, good and bad, before our own check.
///
/// With `ORIGINPRESS_SIGNING_FOLDER` set they are written there, beside `base*.pdf` files that they
/// are then made from, for Tests/Checkers/test_signing.py.
@Suite(.serialized) struct SampleTests {
  private static let folder = ProcessInfo.processInfo.environment["ORIGINPRESS_SIGNING_FOLDER"]

  private let authority: TestAuthority

  init() throws { authority = try TestAuthority.shared.get() }

  private func bases() throws -> [(name: String, bytes: [UInt8])] {
    guard let folder = Self.folder else { return [("base", try Bases.drawn(pages: 3))] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("base") && $0.hasSuffix(".pdf") }.sorted()
    return try names.map { name in
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      return (String(name.dropLast(4)), Array(bytes))
    }
  }

  private func keep(_ bytes: [UInt8], _ name: String) throws {
    guard let folder = Self.folder else { return }
    try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
  }

  private func signed(
    _ base: [UInt8], _ level: SignatureLevel, by name: String = "signer", visible: Bool = true
  ) async throws -> [UInt8] {
    let signer = try authority.signer(name)
    let request = Bases.request(visible: visible)
    return try await signer.sign(PDFRevision(base), request, level: level).bytes
  }

  @Test func `each level passes and each attack is refused for its reason`() async throws {
    for (name, base) in try bases() {
      let basic = try await signed(base, .basic, visible: false)
      let timestamped = try await signed(base, .timestamped(authority.stamps))
      let rsa = try await signed(base, .timestamped(authority.stamps), by: "rsa")
      let longTerm = try await signed(base, .longTerm(authority.stamps, authority.store()))
      try keep(basic, "good-\(name)-basic.pdf")
      try keep(timestamped, "good-\(name)-timestamped.pdf")
      try keep(rsa, "good-\(name)-rsa.pdf")
      try keep(longTerm, "good-\(name)-longterm.pdf")
      for file in [basic, timestamped, rsa, longTerm] { #expect(file.starts(with: base)) }
      let attacks = try await Attack.corpus(
        base: base, timestamped: timestamped, longTerm: longTerm, authority: authority)
      for attack in attacks {
        let check = SignatureCheck(trust: try authority.trust(), level: attack.level)
        let faults = check.faults(of: attack.bytes)
        #expect(faults.contains(attack.expected), "\(attack.name): \(faults)")
        try keep(attack.bytes, "attack-\(name)-\(attack.name).pdf")
      }
    }
    try keepAuthority()
  }

  @Test func `a revoked certificate signs nothing and its files are refused`() async throws {
    let base = try #require(try bases().first).bytes
    let request = Bases.request()
    let unaware = try authority.signer("revoked", withLists: false)
    let file = try await unaware.sign(PDFRevision(base), request, level: .basic).bytes
    try keep(file, "attack-revoked.pdf")
    let check = SignatureCheck(trust: try authority.trust(), level: .basic)
    #expect(check.faults(of: file) == [.certificateRevoked("Test revoked")])
    let error = await #expect(throws: SigningError.self) {
      try await authority.signer("revoked").sign(PDFRevision(base), request, level: .basic)
    }
    #expect(error?.code == .certificateRevoked)
  }

  @Test func `every changed byte of a small signed file is noticed`() async throws {
    let base = try Bases.drawn(pages: 1)
    let file = try await signed(base, .basic)
    let check = SignatureCheck(trust: try authority.trust(), level: .basic)
    var dice = Dice(seed: 7)
    for index in file.indices where dice.once(in: 12) {
      var changed = file
      changed[index] ^= UInt8(1 << dice.number(0...7))
      // The case of a hexadecimal digit inside the gap is no change of the signature.
      guard changed[index] | 0x20 != file[index] | 0x20 else { continue }
      #expect(!check.faults(of: changed).isEmpty, "byte \(index) of \(file.count)")
    }
  }

  private func keepAuthority() throws {
    guard Self.folder != nil else { return }
    for name in ["root.pem", "office.pem", "root.crl", "office.crl", "stamper.pem"] {
      let bytes = try Data(contentsOf: authority.folder.appending(path: name))
      try keep(Array(bytes), name)
    }
  }
}
