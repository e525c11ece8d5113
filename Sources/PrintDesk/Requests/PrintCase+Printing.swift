import Certificates
package import Diagnostics

/// Who may print the certificate, and which duplicates and copies there may be.
extension PrintCase {
  /// Whether the enterprise may print it itself now (S2-125 to S2-127).
  ///
  /// - Throws: ``Refusal`` with every reason against it.
  package func checkSelfPrinting() throws(Refusal) {
    let findings = Findings()
    if approval.sealMode == .chamberWet || approval.sealMode == .specialForm {
      findings.error(at: .field("number"), Wording.sealedByHand)
    }
    if place != .local { findings.error(at: .field("place"), Wording.printedAtChamber) }
    if !allowsSelfPrinting {
      findings.error(at: .field("enterprise"), Wording.noSelfPrinting(approval.enterprise))
    }
    for hold in holds where hold.isInForce {
      findings.error(at: .field("number"), Wording.held(hold))
    }
    try findings.throwErrors()
  }

  /// Whether anything holds its printing, wherever that is.
  ///
  /// - Throws: ``Refusal`` with every hold in force.
  package func checkHolds() throws(Refusal) {
    let findings = Findings()
    for hold in holds where hold.isInForce {
      findings.error(at: .field("number"), Wording.held(hold))
    }
    try findings.throwErrors()
  }

  /// Whether originals, duplicates and copies of it may be released: not while an amendment is open or
  /// after it, and not what another channel prints (S2-138, B.3).
  ///
  /// - Throws: ``Refusal`` with every hold in force but that for its collector, who may still come.
  package func checkRelease() throws(Refusal) {
    let findings = Findings()
    for hold in holds where hold.isInForce && hold.reason != .collector {
      findings.error(at: .field("number"), Wording.held(hold))
    }
    try findings.throwErrors()
  }

  /// Whether the original may be printed anew (重新打印, 重置打印): never after 失证重发 (S5-26).
  ///
  /// - Throws: ``Refusal`` after an approved loss.
  package func checkPrintingAnew() throws(Refusal) {
    if isLost {
      throw Refusal(
        Diagnostic(at: .field("number"), Wording.onlyDuplicates(approval.number)))
    }
  }

  /// The next duplicate or copy: the ordinal whose paper spoiled once more, or the next one.
  ///
  /// - Parameters:
  ///   - kind: ``Output/Kind/duplicate`` or ``Output/Kind/copy``.
  ///   - particulars: its id, key, moment, day, device and seals; its serial is the live original's.
  /// - Returns: the output, reserved.
  /// - Throws: ``Refusal`` without an issued original, and unless a request for one was approved and not
  ///   carried out, or the last one's paper spoiled.
  package func another(
    _ kind: Output.Kind, _ particulars: Particulars
  ) throws(Refusal) -> Output {
    precondition(!kind.isOriginal, "an original is released, not added")
    guard let live = live?.output, live.state == .issued else {
      throw Refusal(Diagnostic(at: .field("number"), Wording.neverPrinted(approval.number)))
    }
    return Output(
      id: particulars.id, number: live.number, contentHash: live.contentHash, kind: kind,
      serial: live.serial, ordinal: try ordinal(of: kind), revision: live.revision,
      requestKey: particulars.requestKey, moment: particulars.moment, day: particulars.day,
      device: particulars.device, seals: particulars.seals)
  }

  private func ordinal(of kind: Output.Kind) throws(Refusal) -> Int {
    let known = outputs(kind)
    let live = Set(known.filter(\.state.isLive).compactMap(\.ordinal))
    let spoiled = known.compactMap { output in
      output.voidReason?.cause == nil ? nil : output.ordinal
    }
    if let again = Set(spoiled).subtracting(live).min() { return again }
    let subject: DeskRequest.Subject = kind == .duplicate ? .duplicate : .copy
    guard requests.contains(where: { $0.subject == subject && $0.state == .approved }) else {
      throw Refusal(Diagnostic(at: .field("request"), Wording.noRequest(approval.number, kind)))
    }
    return (known.compactMap(\.ordinal).max() ?? 0) + 1
  }
}
