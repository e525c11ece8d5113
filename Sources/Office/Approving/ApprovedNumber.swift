import Certificates
import Diagnostics
import Store

/// Gives a certificate its number in the unit of work of its approval, so that there are no gaps (X15).
struct ApprovedNumber: Sendable {
  let issuer: Issuer
  let policies: Policies
  let request: Approving.Request

  /// The certificate with its number: the typed one if nobody has it, else the next of its counter.
  func numbered(_ draft: CertificateDraft, _ unit: UnitOfWork) throws -> Certificate {
    var numbered = draft
    if let typed = draft.number {
      if try unit.approvals.approval(number: typed) != nil {
        throw Refusal(Diagnostic(at: .field("number"), Wording.numberTaken(typed)))
      }
    } else {
      numbered.number = try next(for: draft, unit)
    }
    return try CertificateRules.check(numbered, policies: policies, issuer: issuer).get()
  }

  /// The enterprise's code: as stated, else the holder in the certificate's number.
  func holder() throws(Refusal) -> String {
    let typed = request.draft.number.flatMap { number in
      shape.flatMap { CertificateNumber(number, shape: $0)?.holder }
    }
    guard let holder = request.enterprise ?? typed else {
      throw Refusal(
        Diagnostic(at: .field("enterprise"), Wording.noEnterprise, hint: Wording.giveEnterprise))
    }
    if let typed, typed != holder {
      throw Refusal(Diagnostic(at: .field("enterprise"), Wording.otherEnterprise(holder, typed)))
    }
    return holder
  }

  private var day: CalendarDate? { request.draft.issue?.date ?? request.draft.application?.date }

  private var shape: NumberShape? {
    day.flatMap { policies.numberShape(of: issuer, day: $0) }
  }

  /// The next number that nobody typed before.
  private func next(for draft: CertificateDraft, _ unit: UnitOfWork) throws -> String {
    guard let date = draft.issue?.date,
      let shape = policies.numberShape(of: issuer, day: date)
    else { throw Refusal(Diagnostic(at: .field("number"), Wording.noShape(issuer.numberProfile))) }
    let counter = NumberCounter(
      profile: shape.profile, year: date.year, letters: shape.letters[draft.form] ?? "",
      holder: try holder(), prefix: request.prefix)
    let findings = Findings()
    let series = NumberSeries(
      shape: shape, form: draft.form, year: counter.year, holder: counter.holder,
      prefix: counter.prefix, beside: try unit.numbers.prefixes(beside: counter), findings)
    try findings.throwErrors()
    guard let series else { preconditionFailure("a series without faults was not made") }
    while true {
      let number = try series.number(try unit.numbers.next(of: series.counter))
      if try unit.approvals.approval(number: number) == nil { return number }
    }
  }
}
