import Credentials
import Crypto
import Foundation
import Signing

/// The time-stamper of a ``DemonstrationAuthority``: OpenSSL answers RFC 3161 requests by the
/// machine's clock.
struct DemonstrationTimestamps {
  private let folder: KeyFolder

  /// The stamper of a keys' folder; `nil` when that has none.
  init?(folder: KeyFolder) {
    guard folder.has("\(DemonstrationAuthority.folderName)/\(DemonstrationAuthority.stamper)")
    else { return nil }
    self.folder = folder
  }

  /// The authority that answers.
  var authority: TimestampAuthority {
    let path = folder.path(of: DemonstrationAuthority.folderName)
    return TimestampAuthority { request in try await Self.answer(request, path) }
  }

  private static func answer(_ request: [UInt8], _ authority: String) async throws -> [UInt8] {
    let files = FileManager.default
    let scratch = files.temporaryDirectory
      .appendingPathComponent("originpress-stamp-\(UUID().uuidString)")
    try files.createDirectory(
      at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: scratch) }
    // Requests have a nonce, so their digests make serial numbers that do not come twice.
    let serial = Hex.encode(Array(SHA256.hash(data: request).prefix(8)))
    try Data(request).write(to: scratch.appendingPathComponent("query"))
    try Data("01\(serial)".utf8).write(to: scratch.appendingPathComponent("serial"))
    try Data(configuration.utf8).write(to: scratch.appendingPathComponent("stamps.cnf"))
    try await OpenSSL(folder: scratch.path).run(
      "ts", "-reply", "-config", "stamps.cnf", "-queryfile", "query", "-signer",
      "\(authority)/\(DemonstrationAuthority.stamper)", "-inkey",
      "\(authority)/\(DemonstrationAuthority.stamperKey)", "-out", "reply")
    return Array(try Data(contentsOf: scratch.appendingPathComponent("reply")))
  }

  private static let configuration = """
    [tsa]
    default_tsa = stamps
    [stamps]
    serial = serial
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    ess_cert_id_alg = sha256

    """
}
