package import Diagnostics

/// From a planned pass to bytes that left: burned before the first one, sent at most once.
extension PrintRun {
  /// The run with a pass burned; only what comes of this may open a connection.
  ///
  /// - Parameters:
  ///   - ordinal: the pass.
  ///   - burn: the job it will be, with the hash of its bytes.
  ///   - holds: what holds the certificate's printing.
  /// - Returns: the run after it.
  /// - Throws: ``Refusal`` for a pass that is not planned, an output that may not be printed, a hold, a
  ///   sheet without its stock number, and while something before it is open.
  package func burning(
    _ ordinal: Int, as burn: Burn, under holds: [Hold] = []
  ) throws(Refusal) -> PrintRun {
    var pass = try pass(ordinal)
    try checkBurning(pass)
    if let hold = holds.first(where: { $0.isInForce && $0.number == output.number }) {
      throw refusal("number", Wording.held(hold))
    }
    pass.state = .burned
    pass.burn = burn
    return with(pass).settled
  }

  private func checkBurning(_ pass: Pass) throws(Refusal) {
    guard [.released, .printing, .uncertain].contains(output.state) else {
      throw refusal("output", Wording.notPrintable(output.id, output.state))
    }
    guard pass.state == .planned else {
      throw refusal("pass", Wording.neverAgain(pass.id, pass.state))
    }
    let sheet = try sheet(pass.sheet)
    guard sheet.paper == .blank || sheet.stock != nil else {
      throw refusal("stock", Wording.noStockBound(sheet.id))
    }
    try checkNothingOpen(before: pass, of: sheet)
  }

  private func checkNothingOpen(before pass: Pass, of sheet: Sheet) throws(Refusal) {
    if let open = passes.first(where: { $0.state.isUnderWay && !$0.isReported }) {
      throw refusal("pass", Wording.passOpen(open.id, open.state))
    }
    if let doubtful = sheets.first(where: { !$0.state.isDecided && isDoubtful($0) }) {
      throw refusal("sheet", Wording.sheetOpen(doubtful.id))
    }
    if let unseen = sheetsUnseen.first(where: { $0.position != sheet.position }) {
      throw refusal("sheet", Wording.sheetUnseen(unseen.id))
    }
    let earlier = passes(over: sheet.position).filter { $0.comes(before: pass) }
    guard earlier.allSatisfy(\.isReported), earlier.isEmpty || sheet.turned != nil else {
      throw refusal("sheet", Wording.notTurned(sheet.id))
    }
  }

  /// The run with the first byte of a burned pass about to leave.
  ///
  /// - Throws: ``Refusal`` for a pass in any other state: nothing is ever sent twice.
  package func sending(_ ordinal: Int) throws(Refusal) -> PrintRun {
    var pass = try pass(ordinal)
    guard pass.state == .burned else {
      throw refusal("pass", Wording.neverAgain(pass.id, pass.state))
    }
    pass.state = .sending
    return with(pass).settled
  }

  /// The run with the last byte of a pass taken by the printer.
  ///
  /// A report that comes after the pass was given up changes its job number only.
  ///
  /// - Parameters:
  ///   - ordinal: the pass.
  ///   - job: the printer's own number of the job, where it gave one.
  /// - Returns: the run after it.
  /// - Throws: ``Refusal`` for a pass that was never sent.
  package func sent(_ ordinal: Int, job: Int?) throws(Refusal) -> PrintRun {
    var pass = try pass(ordinal)
    switch pass.state {
    case .sending: pass.state = .sent
    case .sent, .clean, .uncertain: break
    case .planned, .burned, .failed: throw refusal("pass", Wording.neverSent(pass.id, pass.state))
    }
    pass.printerJob = pass.printerJob ?? job
    return with(pass).settled
  }

  /// The run with a planned pass given up before it was burned: sheet and stock number stay usable.
  ///
  /// - Parameters:
  ///   - ordinal: the pass.
  ///   - reason: what failed, in a few words.
  /// - Returns: the run after it.
  /// - Throws: ``Refusal`` for a pass that was burned: of it nobody can say that nothing left.
  package func failing(_ ordinal: Int, because reason: String) throws(Refusal) -> PrintRun {
    var pass = try pass(ordinal)
    guard pass.state == .planned else {
      throw refusal("pass", Wording.burnedAlready(pass.id, pass.state))
    }
    pass.state = .failed
    pass.failure = reason
    return with(pass).settled
  }
}
