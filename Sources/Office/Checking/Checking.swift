package import Credentials
import Diagnostics
package import Foundation
import PrintDesk
import Store

/// Answers the public's question about a certificate from register and log (sealing.md §7.8).
package struct Checking {
  private let office: OfficeContext
  private let keys: PublicKeys

  /// The use case in an office, with what the site publishes.
  package init(_ office: OfficeContext, keys: PublicKeys) {
    self.office = office
    self.keys = keys
  }

  /// The answer to the text of a code, with the signed record unless the answer is unknown.
  ///
  /// Nothing is looked up for a text that no key of the site signed.
  package func answer(
    toCode text: String
  ) async throws -> (answer: CredentialCheck.Answer, record: CertificateRecord?) {
    try await check().answer(toCode: text)
  }

  /// The answer to number, serial and check code as a person typed them from the paper; `checkCodeKey` is
  /// the secret of the check codes.
  package func answer(
    number: String, serial: String, code: String, checkCodeKey: Data
  ) async throws -> CredentialCheck.Answer {
    try await check().answer(
      number: number, serial: serial, code: code, checkCodeKey: checkCodeKey)
  }

  /// The answer to a file: whether it is, byte for byte, one that was handed out; with its record unless
  /// the answer is unknown.
  package func answer(
    toFile bytes: Data
  ) async throws -> (answer: CredentialCheck.Answer, record: CertificateRecord?) {
    let hash = Digest.hex(bytes)
    let output = try await office.store.read { try $0.outputs.output(fileHash: hash) }
    guard let output else { return (.unknown, nil) }
    guard let entry = try await entry(output.number, output.serial), entry.isLogged else {
      return (.unknown, nil)
    }
    let link = output.progress.code.flatMap { RecordLink($0) }
    return (
      CredentialCheck.answer(entry), link.flatMap { CertificateRecord($0.record.payload) }
    )
  }

  private func check() -> CredentialCheck {
    CredentialCheck(keys: keys.keyList) { number, serial in try await entry(number, serial) }
  }

  // MARK: Register and log

  /// What register and log know of a serial.
  private func entry(_ number: String, _ serial: String) async throws -> RegisterEntry? {
    let output = try await office.store.read {
      try $0.outputs.output(number: number, serial: serial)
    }
    guard let output, let hash = Hex.decode(output.contentHash) else { return nil }
    let state = Self.state(of: output)
    return RegisterEntry(
      state: state, isLogged: try isLogged(output),
      contentHash: Array(hash.prefix(CertificateRecord.hashLength)))
  }

  /// Whether the log proves what the register says.
  private func isLogged(_ output: Output) throws -> Bool {
    do {
      return try ReleaseProof(log: office.log, output: output).holds(signedBy: keys.logKey)
    } catch let error as CredentialError where error.isAboutContents {
      // A proof that does not hold is no proof; a log that cannot be read is an error.
      return false
    }
  }

  private static func state(of output: Output) -> RegisterEntry.State {
    switch output.state {
    case .reserved, .released, .printing, .uncertain: .open
    case .issued: .issued
    case .void: state(ofVoid: output.voidReason)
    }
  }

  private static func state(ofVoid reason: VoidReason?) -> RegisterEntry.State {
    switch reason {
    // Another serial of the same certificate took its place.
    case .regenerated, .replaced: .reprinted
    case .amended(let number): .superseded(by: number)
    case .spoiled, .withdrawn, .annulled, nil: .void
    }
  }
}
