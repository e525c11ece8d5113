package import Diagnostics

/// What a person says of a sheet.
extension PrintRun {
  /// 打印成功: the run with a sheet looked at and good; issued when it was the last.
  ///
  /// - Throws: ``Refusal`` for a look that shows another sheet, a pass that was not burned or has no report
  ///   yet, and a sheet that was decided otherwise. The same answer twice is one answer.
  package func good(_ position: Int, _ look: Look, by act: Act) throws(Refusal) -> PrintRun {
    var sheet = try sheet(position)
    guard output.state != .void else { throw refusal("output", Wording.alreadyVoid(output.id)) }
    if let fault = look.fault(with: sheet, of: output) { throw refusal("sheet", fault) }
    if sheet.state == .good { return self }
    try checkOpen(sheet)
    let passes = passes(over: position)
    guard passes.allSatisfy(\.isReported), !passes.isEmpty else {
      throw refusal("sheet", Wording.notPrintedYet(sheet.id))
    }
    sheet.state = .good
    sheet.decided = act
    return with(sheet).settled
  }

  /// 卡纸, 走纸错位, 未出纸, lost: an original void with its other sheets as an incomplete set, and the
  /// original that takes its place.
  ///
  /// - Throws: ``Refusal`` for a sheet that is decided or was never burned, while bytes may still leave, for
  ///   a duplicate or copy, and for a lost sheet without two different people.
  package func replacing(
    _ position: Int, _ loss: SheetLoss, by act: Act, with successor: Successor
  ) throws(Refusal) -> Replacement {
    guard output.kind.isOriginal else { throw refusal("output", Wording.notAnOriginal(output.id)) }
    let lost = try losing(position, loss, by: act)
    return lost.replaced(by: successor, loss.cause, act)
  }

  /// The same for a duplicate or copy, which is void without a replacement: another output may repeat its
  /// ordinal from then on.
  ///
  /// - Throws: as ``replacing(_:_:by:with:)``, and ``Refusal`` for an original.
  package func spoiling(
    _ position: Int, _ loss: SheetLoss, by act: Act
  ) throws(Refusal) -> PrintRun {
    guard !output.kind.isOriginal else { throw refusal("output", Wording.isAnOriginal(output.id)) }
    return try losing(position, loss, by: act)
      .ended(.spoiled(loss.cause), .incompleteSet, act, spoilsGood: true)
  }

  private func losing(
    _ position: Int, _ loss: SheetLoss, by act: Act
  ) throws(Refusal) -> PrintRun {
    var sheet = try sheet(position)
    try checkOpen(sheet)
    guard passes(over: position).contains(where: { $0.burn != nil }) else {
      throw refusal("sheet", Wording.neverBurned(sheet.id))
    }
    try checkNothingLeaving()
    if let witness = loss.witness, witness == act.by {
      throw refusal("witness", Wording.samePerson(witness))
    }
    sheet.state = loss.witness == nil ? .spoiled : .lost
    sheet.cause = loss.cause
    sheet.decided = act
    sheet.witness = loss.witness
    return with(sheet)
  }

  private func checkOpen(_ sheet: Sheet) throws(Refusal) {
    guard output.state != .void else { throw refusal("output", Wording.alreadyVoid(output.id)) }
    guard !sheet.state.isDecided else {
      throw refusal("sheet", Wording.decidedAlready(sheet.id, sheet.state))
    }
  }
}
