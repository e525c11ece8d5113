import Certificates
package import Diagnostics

/// Which requests an enterprise may make; an officer decides on all that no rule approves.
extension PrintCase {
  /// How long after it was sent a jam is believed without review, in seconds (S2-134, B.5).
  package static let jamPeriod = 86_400

  /// A request with what the rules say of it at once.
  ///
  /// - Parameters:
  ///   - subject: what is asked for.
  ///   - id: the request's id.
  ///   - note: the reason in words; needed for a loss and for other reasons of a reprint.
  ///   - act: who asks, and when.
  /// - Returns: the request, approved where a rule does so.
  /// - Throws: ``Refusal`` for what may not be asked, with every reason.
  package func request(
    _ subject: DeskRequest.Subject, id: String, note: String, by act: Act
  ) throws(Refusal) -> DeskRequest {
    let faults = faults(of: subject, note: note)
    guard faults.isEmpty else { throw Refusal(faults) }
    var request = DeskRequest(
      id: id, number: approval.number, enterprise: approval.enterprise, subject: subject,
      note: note, asked: act)
    if subject == .reprint(.jam) && isFirstJam(at: act.at) { request.state = .approved }
    return request
  }

  /// What speaks against a request.
  private func faults(of subject: DeskRequest.Subject, note: String) -> [Diagnostic] {
    let findings = Findings()
    checkOpen(subject, findings)
    switch subject {
    case .reprint(let reason): checkReprint(reason, note, findings)
    case .duplicate: checkDuplicate(note, findings)
    case .copy: checkCopy(findings)
    case .printPlace(let place): checkChange(to: place, findings)
    }
    return findings.diagnostics
  }

  private func checkOpen(_ subject: DeskRequest.Subject, _ findings: Findings) {
    if let open = requests.first(where: { $0.state.isOpen && $0.subject.word == subject.word }) {
      findings.error(at: .field("request"), Wording.requestOpen(open.id, open.state))
    }
    if hold(.amendment) != nil {
      findings.error(at: .field("number"), Wording.amendmentOpen(approval.number))
    }
    if hold(.channel) != nil {
      findings.error(at: .field("number"), Wording.otherChannel(approval.number))
    }
  }

  private func checkReprint(_ reason: ReprintReason, _ note: String, _ findings: Findings) {
    if isLost { findings.error(at: .field("request"), Wording.onlyDuplicates(approval.number)) }
    if live?.wasBurned != true {
      findings.error(at: .field("number"), Wording.neverPrinted(approval.number))
    }
    if reason == .other { checkNote(note, findings) }
  }

  /// Printed, not void (S2-123); a lost paper has a reason.
  private func checkDuplicate(_ note: String, _ findings: Findings) {
    if live?.output.state != .issued {
      findings.error(at: .field("number"), Wording.neverPrinted(approval.number))
    }
    checkNote(note, findings)
  }

  /// Local print and electronic seal only (S2-137).
  private func checkCopy(_ findings: Findings) {
    if approval.sealMode != .electronic || place != .local {
      findings.error(at: .field("number"), Wording.noCopies(approval.number))
    }
    if live?.output.state != .issued {
      findings.error(at: .field("number"), Wording.neverPrinted(approval.number))
    }
  }

  /// Only while it waits to be printed, for enterprises that print themselves, and never for what hands
  /// seal (S2-129).
  private func checkChange(to place: Approval.PrintPlace, _ findings: Findings) {
    if approval.sealMode != .electronic {
      findings.error(at: .field("number"), Wording.sealedByHand)
    }
    if !allowsSelfPrinting {
      findings.error(at: .field("enterprise"), Wording.noSelfPrinting(approval.enterprise))
    }
    if hasLeft {
      findings.error(at: .field("number"), Wording.printedAlready(approval.number))
    }
    if place == self.place { findings.error(at: .field("place"), Wording.samePlace) }
  }

  private func checkNote(_ note: String, _ findings: Findings) {
    if note.allSatisfy(\.isWhitespace) {
      findings.error(at: .field("reason"), Wording.noReason)
    }
  }

  /// 卡纸 is approved by rule once, within a day of sending; never by a clock that went back.
  private func isFirstJam(at moment: Int) -> Bool {
    let isRepeated = requests.contains { $0.subject == .reprint(.jam) && $0.isApprovedByRule }
    let sent = live?.passes.compactMap(\.burn?.act.at).min()
    guard let sent, !isRepeated else { return false }
    return (sent...sent + Self.jamPeriod).contains(moment)
  }
}
