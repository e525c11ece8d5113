import Certificates
import Credentials
import Diagnostics
import PrintDesk
import Store

/// 改证重发: what a new certificate replaces is without force from the new one's approval on (S2-120).
struct Amending: Sendable {
  let book: LogBook
  /// Whether it is not too late.
  let gate: ReissueGate
  /// The officer who approves the new one, now.
  let act: Act

  /// Ends the certificate that another replaces, when it is one of the register: its outputs are void,
  /// and nothing of it is released or printed any more.
  ///
  /// - Throws: ``Refusal`` while nobody knows what became of one of its sheets, and after the period in
  ///   which it can be issued again.
  func end(replacedBy certificate: Certificate, _ unit: UnitOfWork) throws {
    guard let number = certificate.number, let earlier = certificate.circumstances.replaces?.number,
      earlier != number, let known = try unit.printCase(number: earlier)
    else { return }
    try gate.check(try ApprovedContent(approval: known.approval).draft(unit))
    for run in known.runs where run.output.state != .void {
      let ended = try run.amended(by: number, act: act)
      try unit.desk.keep(ended, by: act)
      try book.recordVoid(ended.output, by: act.by)
    }
    guard known.hold(.amendment) == nil else { return }
    try unit.cases.place(Hold(number: earlier, reason: .amendment, placed: act))
  }
}
