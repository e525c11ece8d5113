import Certificates
import Credentials
import Diagnostics
import Foundation
import Notation
import Signing
import Support

@testable import Office

/// A site with a folder of keys of its own, made with a demonstration authority.
final class KeySite {
  struct Failure: Error {
    let description: String
  }

  static let password = Array("correct horse".utf8)

  let scratch: Scratch
  let folder: KeyFolder
  private(set) var issuer: Issuer

  init(withAuthority: Bool = true, keys: String = "") async throws {
    scratch = try Scratch()
    folder = KeyFolder(dataFolder: scratch.url.path)
    issuer = try Self.issuer(keys)
    try await care().make(withAuthority: withAuthority)
  }

  /// The sample site with a section of its own.
  static func issuer(_ keys: String, isDemonstration: Bool = true) throws -> Issuer {
    let findings = Findings()
    let text = String(decoding: try Repository.bytes("Layouts/policy/site.yaml"), as: UTF8.self)
      .replacing("isDemonstration: true", with: "isDemonstration: \(isDemonstration)")
    let node = try YAMLText.parse(Array((text + keys).utf8), file: "site.yaml")
    guard let issuer = Issuer(node, findings) else { throw Refusal(findings.diagnostics) }
    return issuer
  }

  /// Gives the site another section `keys`.
  func state(_ keys: String, isDemonstration: Bool = true) throws {
    issuer = try Self.issuer(keys, isDemonstration: isDemonstration)
  }

  /// A day that exists, as it is written.
  static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw Failure(description: "no day: \(text)") }
    return day
  }

  func care(on day: String = "2026-03-02", password: [UInt8] = password) throws -> KeyCare {
    KeyCare(folder, of: issuer, password: password, day: try Self.day(day)) { count in
      (0..<count).map { _ in UInt8.random(in: .min ... .max) }
    }
  }

  static var now: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }

  func open(
    password: [UInt8] = password, pin: [UInt8]? = nil, at moment: Moment = now
  ) async throws -> SiteKeys {
    try await SiteKeys.open(folder, of: issuer, password: password, pin: pin, at: moment)
  }

  func path(_ name: String) -> String { folder.path(of: name) }

  /// Runs OpenSSL in the keys' folder, its passwords in the variable KEY.
  func openSSL(_ arguments: String...) throws {
    let result = try Program.run(
      "env", ["--chdir", folder.path, "openssl"] + arguments,
      environment: ["KEY": String(decoding: Self.password, as: UTF8.self)])
    guard result.status == 0 else {
      throw Failure(description: "openssl \(arguments[0]): \(result.errorText)")
    }
  }

  /// A certificate of the demonstration's root for a public key as PEM.
  func certify(_ publicKey: String, as name: String, days: Int = 100) throws {
    try openSSL(
      "x509", "-req", "-in", "authority/signer.csr", "-force_pubkey", publicKey, "-CA",
      "authority/root.pem", "-CAkey", "authority/root.key", "-passin", "env:KEY", "-set_serial",
      "77", "-days", "\(days)", "-extfile", "authority/extensions.cnf", "-extensions", "signer",
      "-out", name)
  }

  /// Makes an encrypted key file and its public half.
  func makeKey(_ name: String, publicKey: String, curve: String = "P-256") throws {
    try openSSL(
      "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(curve)", "-aes-256-cbc",
      "-pass", "env:KEY", "-out", name)
    try openSSL("pkey", "-in", name, "-passin", "env:KEY", "-pubout", "-out", publicKey)
  }
}
