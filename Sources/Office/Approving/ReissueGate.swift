import Certificates
import Diagnostics

/// Whether a certificate can still be issued again: as a duplicate, or amended (S2-122).
struct ReissueGate: Sendable {
  let policies: Policies
  let today: CalendarDate

  /// Checks that today is within the period.
  ///
  /// - Parameter draft: the contents of the earlier certificate.
  /// - Throws: ``Refusal`` after the last day of its kind's period.
  func check(_ draft: CertificateDraft) throws(Refusal) {
    guard let last = policies.lastReissueDay(of: draft), today > last else { return }
    throw Refusal(
      Diagnostic(at: .field("number"), Wording.reissuedTooLate(draft.number ?? "", last)))
  }
}
