import Certificates
import Credentials
import Diagnostics
import Foundation
import Notation
import Office
import Signing
import Support

/// The keys of the demonstration site, made once a run by the same code as everywhere.
enum OfficeKeys {
  static let password = "long enough"
  /// Whoever comes later waits for it.
  private static let shared = Task { try await make() }

  /// The folder, its keys opened at level B-T, and the same at level B-B, which asks nobody else.
  struct Set: Sendable {
    let folder: KeyFolder
    let ring: KeyRing
    let publicKeys: PublicKeys
    let timestamped: SiteKeys
    let basic: SiteKeys
  }

  static func all() async throws -> Set { try await shared.value }

  private static func make() async throws -> Set {
    let data = FileManager.default.temporaryDirectory.appending(
      path: "originpress-office-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: data)
    let folder = KeyFolder(dataFolder: data.path)
    let secrets = SeededBytes(seed: 20)
    let care = KeyCare(
      folder, of: try Site.load().issuer, password: Array(password.utf8),
      day: TestClock().today(), random: { Array(secrets.next($0)) })
    try await care.make(withAuthority: true)
    return Set(
      folder: folder, ring: try folder.ring(password: Array(password.utf8)),
      publicKeys: try PublicKeys.open(folder), timestamped: try await open(folder),
      basic: try await open(folder, of: site("keys: {pdf: {level: B-B}}")))
  }

  /// Opens a folder of keys as of now.
  static func open(
    _ folder: KeyFolder, of issuer: Issuer? = nil, password: String = password,
    pin: String? = nil, at moment: Moment? = nil
  ) async throws -> SiteKeys {
    try await SiteKeys.open(
      folder, of: try issuer ?? Site.load().issuer, password: Array(password.utf8),
      pin: pin.map { Array($0.utf8) },
      at: moment ?? Moment(seconds: Int(Date().timeIntervalSince1970)))
  }

  /// A copy of the folder whose files a test may spoil.
  static func copy(in scratch: Scratch) async throws -> KeyFolder {
    let copy = KeyFolder(dataFolder: scratch.path("copy"))
    try FileManager.default.createDirectory(
      atPath: scratch.path("copy"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: try await all().folder.path, toPath: copy.path)
    return copy
  }

  /// The site with a section more, or with a line exchanged.
  static func site(_ section: String = "", replacing line: String = "", with other: String = "")
    throws -> Issuer
  {
    let text = String(decoding: try Repository.bytes("Layouts/policy/site.yaml"), as: UTF8.self)
    let changed = line.isEmpty ? text : text.replacing(line, with: other)
    let findings = Findings()
    let node = try YAMLText.parse(Data((changed + "\n" + section + "\n").utf8), file: "site.yaml")
    let issuer = Issuer(node, findings)
    try findings.throwErrors()
    guard let issuer else { throw Refusal(findings.diagnostics) }
    return issuer
  }
}

extension SiteKeys {
  /// The same keys with some parts exchanged.
  func with(signer: Signer? = nil, level: SignatureLevel? = nil) -> SiteKeys {
    SiteKeys(
      keyList: keyList, noteSigner: noteSigner, checkCodeKey: checkCodeKey, imageKey: imageKey,
      signer: signer ?? self.signer, level: level ?? self.level, trust: trust,
      recordSigners: recordSigners)
  }
}
