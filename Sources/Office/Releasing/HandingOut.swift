package import Credentials
package import Crypto
import Diagnostics
package import Foundation
import PrintDesk
import Seals
import Store

/// Hands the finished file of an output out: it counts as the first print (design §5).
package struct HandingOut {
  private let office: OfficeContext
  private let logKey: NoteKey
  private let vault: SealVault

  /// The use case in an office; `logKey` is the log's public key, `imageKey` the secret of what bears seals.
  package init(_ office: OfficeContext, logKey: NoteKey, imageKey: SymmetricKey) {
    self.office = office
    self.logKey = logKey
    vault = SealVault(wrappingKey: imageKey, random: office.surroundings.random)
  }

  /// The file of a released output, which is issued from now on; of one that was handed out, the same
  /// file again.
  ///
  /// It is recorded before anyone has the file: what may be outside is never regenerated.
  ///
  /// - Throws: ``Refusal`` for an output that is not to be handed out, ``OfficeError`` when the log does not
  ///   prove it or the kept file is not the one that was logged.
  package func file(of id: String) async throws -> Data {
    let (output, kept) = try await office.store.read { unit in
      guard let output = try unit.outputs.output(id) else {
        throw Refusal(Diagnostic(at: .field("output"), Wording.unknownOutput(id)))
      }
      return (output, try unit.outputs.file(of: id))
    }
    let issued = try output.handedOut()
    guard let file = kept.flatMap({ vault.file($0, of: id) }),
      Digest.hex(file) == output.progress.manifest?.file
    else {
      throw OfficeError(.keptFile, Wording.fileDamaged(id))
    }
    guard try ReleaseProof(log: office.log, output: output).holds(signedBy: logKey) else {
      throw OfficeError(.notLogged, Wording.notLogged(id))
    }
    if output.state != .issued {
      try await office.store.write { try $0.outputs.update(issued) }
    }
    // Also of one that is issued: the program may have ended between register and log.
    try ReleaseEntries(office: office, output: output).issue()
    return file
  }
}
