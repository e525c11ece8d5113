import Credentials
import PrintDesk

/// That the log holds both entries of a release, under a signed checkpoint: without it nothing is handed
/// out (sealing.md §7.5).
struct ReleaseProof {
  let log: LogFolder
  let output: Output

  /// Publishes what the log has and proves both entries against the checkpoint.
  ///
  /// - Throws: ``OfficeError`` when an entry is not in the log as it was written, ``CredentialError`` when
  ///   the log cannot be published.
  func make(by signer: NoteSigner) throws {
    _ = try log.publish(by: signer)
    guard try holds(signedBy: signer.key) else {
      throw OfficeError(.notLogged, Wording.notLogged(output.id))
    }
  }

  /// Whether both entries are proven by what is published.
  func holds(signedBy key: NoteKey) throws -> Bool {
    guard let release = output.progress.releaseEntry, let file = output.progress.fileEntry,
      let manifest = output.progress.manifest
    else { return false }
    let details = [
      "number": output.number, "serial": output.serial, "output": output.id,
      "contentHash": output.contentHash,
    ]
    return try proven(release, .release, details, key)
      && proven(file, .sealed, details.merging(["file": manifest.file]) { $1 }, key)
  }

  private func proven(
    _ index: Int, _ kind: LogEvent.Kind, _ details: [String: String], _ key: NoteKey
  ) throws -> Bool {
    guard let proof = try log.proof(of: index) else { return false }
    try proof.check(key: key)
    let event = proof.entry.event
    return event.kind == kind && details.allSatisfy { event.details[$0.key] == $0.value }
  }
}
