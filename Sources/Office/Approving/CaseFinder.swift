package import Certificates
import Diagnostics
import Store

/// Finds the approval of contents or of a number, and reads the approved contents back.
package struct CaseFinder {
  /// What is looked for.
  package enum Subject: Sendable {
    /// Contents as they were handed in, or as they were approved.
    case content(CertificateDraft)
    /// A certificate number.
    case number(String)
  }

  private let office: OfficeContext

  /// A finder in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// The approved case.
  ///
  /// - Throws: ``Refusal`` when exactly these contents, or that number, were never approved.
  package func approved(_ subject: Subject) async throws -> ApprovedCase {
    let (approval, draft) = try await office.store.read { unit in
      guard let approval = try Self.approval(of: subject, unit.approvals) else {
        throw Refusal(Self.fault(subject))
      }
      return (approval, try ApprovedContent(approval: approval).draft(unit))
    }
    let certificate = try ApprovedContent(approval: approval).certificate(
      draft, try office.workshop.policies(of: draft.form), try office.workshop.issuer())
    return ApprovedCase(
      approval: approval, certificate: certificate, form: try office.workshop.bind(certificate))
  }

  private static func approval(
    of subject: Subject, _ approvals: any ApprovalRepository
  ) throws -> Approval? {
    switch subject {
    case .content(let draft): try approvals.approval(contentHash: draft.contentHash)
    case .number(let number): try approvals.approval(number: number)
    }
  }

  private static func fault(_ subject: Subject) -> Diagnostic {
    switch subject {
    case .content: Diagnostic(at: .field("approval"), Wording.notApproved, hint: Wording.approve)
    case .number(let number):
      Diagnostic(at: .field("number"), Wording.unknownNumber(number), hint: Wording.approve)
    }
  }
}
