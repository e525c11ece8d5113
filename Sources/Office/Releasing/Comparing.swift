package import Certificates
package import Crypto
import Diagnostics
import DisplayList
package import Foundation
import PrintDesk
import Seals
import Store

/// Makes an output's file again, years later, and says whether it is the same or which input changed.
package struct Comparing {
  /// What came of it.
  package struct Outcome: Sendable, Equatable {
    /// Whether the file made today is, byte for byte, the one that was signed.
    package let isSame: Bool
    /// The inputs that are not those of the output, by name; also where the file is the same.
    package let changed: [String]
  }

  private let office: OfficeContext
  private let checkCodeKey: Data
  private let vault: SealVault

  /// The use case in an office, with the secrets of check codes and kept seals.
  package init(_ office: OfficeContext, checkCodeKey: Data, imageKey: SymmetricKey) {
    self.office = office
    self.checkCodeKey = checkCodeKey
    vault = SealVault(wrappingKey: imageKey, random: office.surroundings.random)
  }

  /// Compares contents with an output.
  ///
  /// The file itself stays inside: it bears seals.
  ///
  /// - Parameters:
  ///   - draft: the contents that are said to be the output's.
  ///   - id: the output.
  /// - Returns: whether it is the same, and what changed.
  /// - Throws: ``Refusal`` for an unknown output, or one that has no file yet.
  package func compare(_ draft: CertificateDraft, with id: String) async throws -> Outcome {
    let output = try await output(id)
    guard let manifest = output.progress.manifest, let code = output.progress.code else {
      throw Refusal(Diagnostic(at: .field("output"), Wording.noFileYet(id)))
    }
    let approved = try await CaseFinder(office).approved(.number(output.number))
    guard
      [approved.approval.contentHash, approved.approval.requestHash].contains(draft.contentHash)
    else { return Outcome(isSame: false, changed: ["content"]) }
    let seals = try await seals(of: output)
    let making = FileMaking(
      office: office, approved: approved, output: output, checkCodeKey: checkCodeKey)
    let made = try making.file(
      code: code, seals: seals,
      stamper: try vault.stamper(
        repeating: seals, straddle: seals[.issuerSeal], from: output.moment))
    return Outcome(
      isSame: Digest.hex(made.bytes) == manifest.unsigned,
      changed: manifest.changed(from: made.inputs))
  }

  /// The seals that stood on it, in force or not.
  private func seals(of output: Output) async throws -> [MarkRole: KeptSeal] {
    try await office.store.read { unit in
      try output.seals.reduce(into: [:]) { seals, entry in
        guard let role = MarkRole(rawValue: entry.key), let seal = try unit.seals.seal(entry.value)
        else { throw OfficeError(.keptFile, Wording.sealGone(entry.value)) }
        seals[role] = seal
      }
    }
  }

  private func output(_ id: String) async throws -> Output {
    let output = try await office.store.read { try $0.outputs.output(id) }
    guard let output else {
      throw Refusal(Diagnostic(at: .field("output"), Wording.unknownOutput(id)))
    }
    return output
  }
}
