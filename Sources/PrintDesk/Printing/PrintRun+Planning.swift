package import Diagnostics

/// From a released output to sheets with paper.
extension PrintRun {
  /// The run with its sheets and passes planned.
  ///
  /// - Parameters:
  ///   - plans: the side plans of each sheet in turn: `[.front]`, `[.duplex]`, or `[.front, .back]` where
  ///     hands turn it (S2-130); continuation sheets follow the first.
  ///   - paper: what all of them are printed on.
  /// - Returns: the run after it.
  /// - Throws: ``Refusal`` for an output that is not released, is a file, or was planned before.
  package func planned(_ plans: [[Sides]], on paper: Paper) throws(Refusal) -> PrintRun {
    let areWhole = plans.allSatisfy { [[.front], [.duplex], [.front, .back]].contains($0) }
    precondition(!plans.isEmpty && areWhole, "each sheet has one of three side plans")
    guard output.kind != .file else { throw refusal("output", Wording.notForPaper(output.id)) }
    guard output.state == .released else {
      throw refusal("output", Wording.notPrintable(output.id, output.state))
    }
    guard sheets.isEmpty else { throw refusal("output", Wording.plannedAlready(output.id)) }
    var next = self
    for (index, plan) in plans.enumerated() {
      next.sheets.append(Sheet(output: output.id, position: index + 1, paper: paper))
      for sides in plan { next.append(sides, over: index + 1) }
    }
    return next
  }

  /// The run with another pass in place of one that failed before it was burned; the sheet and its stock
  /// number stay.
  ///
  /// - Throws: ``Refusal`` for a pass that did not fail that way, or has its successor.
  package func plannedAgain(after ordinal: Int) throws(Refusal) -> PrintRun {
    let failed = try pass(ordinal)
    let isLast = passes(over: failed.sheet).contains(failed)
    guard failed.state == .failed, isLast, output.state != .void else {
      throw refusal("pass", Wording.neverAgain(failed.id, failed.state))
    }
    var next = self
    next.append(failed.sides, over: failed.sheet)
    return next
  }

  /// The run with a stock number bound to a sheet.
  ///
  /// - Throws: ``Refusal`` for blank paper, another series, and a sheet that has a number or is decided.
  package func binding(_ number: StockNumber, to position: Int) throws(Refusal) -> PrintRun {
    var sheet = try sheet(position)
    guard let series = sheet.paper.series else {
      throw refusal("stock", Wording.blankPaper(sheet.id))
    }
    guard number.series == series else {
      throw refusal("stock", Wording.otherSeries(number, series))
    }
    guard sheet.state == .expected, output.state != .void else {
      throw refusal("sheet", Wording.boundAlready(sheet.id, sheet.state))
    }
    sheet.stock = number
    return with(sheet).settled
  }

  private mutating func append(_ sides: Sides, over position: Int) {
    passes.append(
      Pass(output: output.id, sheet: position, ordinal: passes.count + 1, sides: sides))
  }
}
