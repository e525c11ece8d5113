package import Diagnostics

/// What the printer, a restart and the turning of a sheet make of sent passes.
extension PrintRun {
  /// The run with what was learnt of a pass.
  ///
  /// A pass that is uncertain stays so, whatever is reported later; one that was clean becomes uncertain
  /// when a later report speaks against it before a person decided.
  ///
  /// - Throws: ``Refusal`` for a pass that was never burned.
  package func learning(_ evidence: Evidence, of ordinal: Int) throws(Refusal) -> PrintRun {
    var pass = try pass(ordinal)
    guard pass.burn != nil else { throw refusal("pass", Wording.neverSent(pass.id, pass.state)) }
    let isDecided = try sheet(pass.sheet).state.isDecided
    if isDecided && pass.isReported { return self }
    switch (pass.state, evidence.verdict(on: pass.sides)) {
    case (.uncertain, _): return self
    case (.sending, .clean), (.sent, .clean), (.clean, .clean): pass.state = .clean
    case (.sending, .waitsForLook), (.sent, .waitsForLook): pass.state = .sent
    case (.clean, .waitsForLook): return self
    default: pass.state = .uncertain
    }
    pass.evidence = evidence
    return with(pass).settled
  }

  /// What a restart of the service makes of the run: every burned pass without its report is uncertain,
  /// and nothing is ever sent again.
  package var restarted: PrintRun {
    var next = self
    for pass in passes where pass.state.isUnderWay && !pass.isReported {
      next.passes[pass.ordinal - 1].state = .uncertain
      next.passes[pass.ordinal - 1].evidence = Evidence.none
    }
    return next.settled
  }

  /// The run with a sheet turned by hand, its front seen to be there: the back page may follow.
  ///
  /// - Throws: ``Refusal`` for a sheet that has no back page to come, or whose front is not reported yet.
  package func turning(_ position: Int, by act: Act) throws(Refusal) -> PrintRun {
    var sheet = try sheet(position)
    guard sheetsToTurn.contains(sheet) else {
      throw refusal("sheet", Wording.notToTurn(sheet.id, sheet.state))
    }
    sheet.turned = act
    return with(sheet).settled
  }
}
