import Certificates
import Devices
import Diagnostics
import PrintDesk

/// Whether a certificate's output may be printed at a printer.
struct PrintGate {
  let printer: DeskPrinter
  let profile: DeviceProfile
  let paper: Paper

  /// What speaks against it.
  ///
  /// - Throws: ``Refusal`` with the reasons.
  func check(_ known: PrintCase) throws(Refusal) {
    switch printer.place {
    case .local: try checkSelfPrinting(known)
    case .chamber: try known.checkHolds()
    }
    let findings = Findings()
    if known.approval.sealMode == .specialForm { checkSpecialForm(findings) }
    try findings.throwErrors()
  }

  /// Local printing is the enterprise's own right (S2-125 to S2-127), at printers of the approved list.
  private func checkSelfPrinting(_ known: PrintCase) throws(Refusal) {
    try known.checkSelfPrinting()
    guard profile.isApprovedForSelfPrint else {
      throw Refusal(
        Diagnostic(at: .field("printer"), Wording.notForSelfPrint(printer.name, profile.name)))
    }
  }

  /// The special form is printed by pins on numbered sheets (S2-131).
  private func checkSpecialForm(_ findings: Findings) {
    if paper == .blank { findings.error(at: .field("tray"), Wording.needsStock) }
    if profile.dotMatrix == nil {
      findings.error(at: .field("printer"), Wording.needsPins(printer.name))
    }
  }
}
