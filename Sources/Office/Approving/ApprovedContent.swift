import Certificates
import Diagnostics
import Notation
import Store

/// Approved contents read back from the register, and held against the hash that was approved.
struct ApprovedContent {
  let approval: Approval

  /// The certificate exactly as it was approved.
  ///
  /// - Throws: ``OfficeError`` when the kept contents are not those that were approved.
  func certificate(_ unit: UnitOfWork, _ policies: Policies, _ issuer: Issuer) throws -> Certificate
  {
    try certificate(draft(unit), policies, issuer)
  }

  /// The contents as they were approved, before they are checked again.
  func draft(_ unit: UnitOfWork) throws -> CertificateDraft {
    guard let bytes = try unit.approvals.content(number: approval.number) else { throw damaged }
    let findings = Findings()
    let node = try JSONText.parse(bytes, file: nil)
    // Canonical contents hold their pictures in themselves.
    let draft = CertificateDraft(node, findings) { _ in throw damaged }
    guard let draft, draft.contentHash == approval.contentHash else { throw damaged }
    return draft
  }

  /// The certificate of approved contents, which pass the rules of their own day.
  func certificate(
    _ draft: CertificateDraft, _ policies: Policies, _ issuer: Issuer
  ) throws -> Certificate {
    try CertificateRules.check(draft, policies: policies, issuer: issuer).get()
  }

  private var damaged: OfficeError {
    OfficeError(.keptFile, Wording.contentDamaged(approval.number))
  }
}
