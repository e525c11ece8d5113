package import Diagnostics

/// How a run ends otherwise than by the look at its sheets.
extension PrintRun {
  /// 重新打印 after a request, 重置打印 by the chamber (S2-118, S2-136): the original void with all its paper,
  /// and the original that takes its place.
  ///
  /// - Throws: ``Refusal`` for a duplicate or copy, for an output that never was on paper or handed out, and
  ///   while bytes may still leave.
  package func printedAnew(
    because cause: SpoilCause, by act: Act, with successor: Successor
  ) throws(Refusal) -> Replacement {
    guard output.kind.isOriginal else { throw refusal("output", Wording.notAnOriginal(output.id)) }
    guard [.printing, .uncertain, .issued].contains(output.state) else {
      throw refusal("output", Wording.notPrintedYet(output.id))
    }
    try checkNothingLeaving()
    return replaced(by: successor, cause, act)
  }

  /// 重新生成 (S2-48): the original void before anything of it was burned, and the one in its place.
  ///
  /// - Throws: ``Refusal`` as ``Output/regenerated(by:)``.
  package func regenerated(with successor: Successor, by act: Act) throws(Refusal) -> Replacement {
    guard output.kind.isOriginal else { throw refusal("output", Wording.notAnOriginal(output.id)) }
    if wasBurned { throw refusal("output", Wording.maybeOnPaper(output.id)) }
    let reason = try output.regenerated(by: successor.id).voidReason
    guard let reason else { preconditionFailure("a regenerated output says why it is void") }
    return Replacement(
      void: ended(reason, .incompleteSet, act), successor: successor.output(after: output))
  }

  /// 作废 before the first print (S2-124): nothing of it was burned, its paper is free again.
  ///
  /// - Throws: ``Refusal`` for what may be on paper, was handed out or is void.
  package func withdrawn(by act: Act) throws(Refusal) -> PrintRun {
    guard output.state == .reserved || output.state == .released, !wasBurned else {
      throw refusal("output", Wording.tooLateToWithdraw(output.id, output.state))
    }
    return ended(.withdrawn, .incompleteSet, act)
  }

  /// The run once its certificate was amended (改证重发, S2-120); what is on paper stays as it was decided.
  ///
  /// - Throws: ``Refusal`` while a sheet is open, and for a void output.
  package func amended(by number: String, act: Act) throws(Refusal) -> PrintRun {
    try checkNoSheetOpen()
    return ended(.amended(by: number), .incompleteSet, act)
  }

  /// The run once the chamber took its output out of force.
  ///
  /// - Throws: ``Refusal`` while a sheet is open, and for a void output.
  package func annulled(by act: Act) throws(Refusal) -> PrintRun {
    try checkNoSheetOpen()
    return ended(.annulled, .incompleteSet, act)
  }

  private func checkNoSheetOpen() throws(Refusal) {
    guard output.state != .void else { throw refusal("output", Wording.alreadyVoid(output.id)) }
    guard output.state != .printing && output.state != .uncertain else {
      throw refusal("output", Wording.sheetsOpen(output.id, output.state))
    }
  }

  /// A void serial must not come out of a printer that is still being sent it.
  func checkNothingLeaving() throws(Refusal) {
    if let pass = passes.first(where: { $0.state == .burned || $0.state == .sending }) {
      throw refusal("pass", Wording.passOpen(pass.id, pass.state))
    }
  }

  func replaced(by successor: Successor, _ cause: SpoilCause, _ act: Act) -> Replacement {
    let reason = VoidReason.replaced(by: successor.id, cause: cause)
    let isAnswer = sheets.contains { $0.cause != nil }
    return Replacement(
      void: ended(reason, isAnswer ? .incompleteSet : cause, act, spoilsGood: true),
      successor: successor.output(after: output))
  }

  /// The void run: sheets that were burned spoil, the others are free, and no pass is open.
  func ended(
    _ reason: VoidReason, _ cause: SpoilCause, _ act: Act, spoilsGood: Bool = false
  ) -> PrintRun {
    var next = self
    next.output = output.void(reason)
    next.sheets = sheets.map { sheet in
      let isGood = sheet.state == .good
      if sheet.state.isDecided && !(isGood && spoilsGood) { return sheet }
      return ended(sheet, cause, act)
    }
    next.passes = passes.map(Self.ended)
    return next
  }

  private func ended(_ sheet: Sheet, _ cause: SpoilCause, _ act: Act) -> Sheet {
    var next = sheet
    next.decided = act
    if passes(over: sheet.position).contains(where: { $0.burn != nil }) {
      next.state = .spoiled
      next.cause = cause
    } else {
      next.state = .unused
      next.stock = nil
    }
    return next
  }

  private static func ended(_ pass: Pass) -> Pass {
    var next = pass
    if pass.state == .planned {
      next.state = .failed
      next.failure = "output-void"
    } else if pass.state.isUnderWay && !pass.isReported {
      next.state = .uncertain
      next.evidence = pass.evidence ?? Evidence.none
    }
    return next
  }
}
