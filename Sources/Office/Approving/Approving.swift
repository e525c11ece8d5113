package import Certificates
package import Diagnostics
import Foundation
import PrintDesk
import Store
import Typesetting

/// Approves a certificate: fixes its number, place and date of signing, and where it may be printed.
package struct Approving {
  /// What an officer approves.
  package struct Request: Sendable {
    /// The certificate as it was handed in.
    package var draft: CertificateDraft
    /// The officer with the PIN.
    package var officer: Identification
    /// Where it may be printed.
    package var printPlace: Approval.PrintPlace
    /// The code of the enterprise; `nil` where the certificate's number says it.
    package var enterprise: String?
    /// The signatory who signs for the enterprise, by id; `nil` for none.
    package var signatory: String?

    /// The enterprise's own letters and digits before running numbers (S3-28); empty for none.
    package var prefix: String

    /// A request from its parts.
    package init(
      draft: CertificateDraft, officer: Identification, printPlace: Approval.PrintPlace,
      enterprise: String? = nil, signatory: String? = nil, prefix: String = ""
    ) {
      self.draft = draft
      self.officer = officer
      self.printPlace = printPlace
      self.enterprise = enterprise
      self.signatory = signatory
      self.prefix = prefix
    }
  }

  /// What came of it.
  package struct Outcome: Sendable {
    /// The approval.
    package let approval: Approval
    /// The approved contents.
    package let certificate: Certificate
    /// What is still worth a look.
    package let warnings: [Diagnostic]
  }

  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Approves.
  ///
  /// The same contents approved again give the approval they have.
  ///
  /// - Throws: ``Refusal`` for what is wrong with officer or certificate; then no number was given.
  package func approve(_ request: Request) async throws -> Outcome {
    let officer = try await request.officer.confirmed(as: .officer, by: office.store)
    return try await approve(request, by: officer.id)
  }

  /// The same by an officer who is known to be one.
  func approve(_ request: Request, by officer: String) async throws -> Outcome {
    let dated = try dated(request.draft)
    let issuer = try office.workshop.issuer()
    let policies = try office.workshop.policies(of: dated.form)
    let numbering = ApprovedNumber(issuer: issuer, policies: policies, request: request)
    let warnings = dateWarning(request.draft) + (try tried(dated, policies, issuer))
    let requestHash = request.draft.contentHash
    let moment = office.surroundings.now()
    let amending = Amending(
      book: office.book,
      gate: ReissueGate(policies: policies, today: office.surroundings.today()),
      act: Act(by: officer, at: moment))
    let (approval, certificate) = try await office.store.write { unit in
      if let known = try Self.known(requestHash, request, unit, policies, issuer) { return known }
      let certificate = try numbering.numbered(dated, unit)
      let approval = try Self.approval(
        of: certificate, request, officer: officer, requestHash, moment, numbering)
      try unit.approvals.insert(approval, content: Data(certificate.draft.canonicalBytes))
      try amending.end(replacedBy: certificate, unit)
      return (approval, certificate)
    }
    return Outcome(approval: approval, certificate: certificate, warnings: warnings)
  }

  // MARK: The contents

  /// The draft with the place and date of signing, where it states none.
  private func dated(_ draft: CertificateDraft) throws -> CertificateDraft {
    guard draft.serial == nil else {
      throw Refusal(Diagnostic(at: .field("serial"), Wording.serialGiven))
    }
    var dated = draft
    dated.issue = PlaceAndDate(
      place: try draft.issue?.place ?? office.workshop.issuer().place,
      date: draft.issue?.date ?? office.surroundings.today())
    return dated
  }

  /// The date of signing is the day of the approval (S2-95); another one is worth a look.
  private func dateWarning(_ draft: CertificateDraft) -> [Diagnostic] {
    let today = office.surroundings.today()
    guard let date = draft.issue?.date, date != today else { return [] }
    return [Diagnostic(.warning, at: .field("issue.date"), Wording.otherDate(date, today))]
  }

  /// Checks the rules and that all texts find room, before a number is given.
  private func tried(
    _ draft: CertificateDraft, _ policies: Policies, _ issuer: Issuer
  ) throws -> [Diagnostic] {
    let check = CertificateRules.check(draft, policies: policies, issuer: issuer)
    let certificate = try check.get()
    let form = try office.workshop.bind(certificate)
    let device = policies.usualDevice(of: certificate)
    _ = try office.workshop.typesetter(device: device).document(of: form, as: .draft)
    return check.diagnostics
  }

  private static func known(
    _ requestHash: String, _ request: Request, _ unit: UnitOfWork, _ policies: Policies,
    _ issuer: Issuer
  ) throws -> (Approval, Certificate)? {
    guard let approval = try unit.approvals.approval(contentHash: requestHash) else { return nil }
    guard approval.printPlace == request.printPlace, approval.signatory == request.signatory,
      request.enterprise.map({ $0 == approval.enterprise }) ?? true
    else {
      throw Refusal(
        Diagnostic(at: .field("approval"), Wording.approvedOtherwise(approval.number)))
    }
    let content = ApprovedContent(approval: approval)
    return (approval, try content.certificate(unit, policies, issuer))
  }

  private static func approval(
    of certificate: Certificate, _ request: Request, officer: String, _ requestHash: String,
    _ moment: Int, _ numbering: ApprovedNumber
  ) throws(Refusal) -> Approval {
    let mode = numbering.policies.sealMode(
      form: certificate.form, destination: certificate.destination, day: certificate.day)
    // Hands seal these at the chamber, so they are never printed elsewhere (S2-128, S2-131).
    if mode == .chamberWet || mode == .specialForm, request.printPlace == .local {
      throw Refusal(Diagnostic(at: .field("print-place"), Wording.sealedByHand))
    }
    guard let number = certificate.number, let issue = certificate.issue, let date = issue.date
    else {
      preconditionFailure("approved contents have number and date")
    }
    return Approval(
      number: number, contentHash: certificate.contentHash, requestHash: requestHash,
      officer: officer, date: date, place: issue.place ?? numbering.issuer.place,
      printPlace: request.printPlace, sealMode: mode, enterprise: try numbering.holder(),
      signatory: request.signatory, moment: moment)
  }
}
