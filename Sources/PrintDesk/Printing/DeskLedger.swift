import Diagnostics

/// The desk's records of one unit of work: outputs, their sheets and passes, and the stock they are printed
/// on, kept together.
package struct DeskLedger {
  private let outputs: any OutputRepository
  private let runs: any RunRepository
  private let stock: any StockRepository

  /// A ledger over the repositories of one unit of work.
  package init(
    outputs: any OutputRepository, runs: any RunRepository, stock: any StockRepository
  ) {
    self.outputs = outputs
    self.runs = runs
    self.stock = stock
  }

  /// The run of an output; `nil` when there is no such output.
  package func run(_ id: String) throws -> PrintRun? {
    try outputs.output(id).map(run(of:))
  }

  /// The runs of a certificate's outputs, oldest first.
  package func runs(number: String) throws -> [PrintRun] {
    try outputs.outputs(number: number).map(run(of:))
  }

  /// The runs whose outputs are neither issued nor void, oldest output first.
  package func unfinished() throws -> [PrintRun] { try outputs.unfinished().map(run(of:)) }

  /// Every run, oldest output first.
  package func all() throws -> [PrintRun] { try outputs.all().map(run(of:)) }

  /// The runs with a pass under way, which a restart makes uncertain.
  package func underWay() throws -> [PrintRun] { try runs.outputsUnderWay().compactMap(run(_:)) }

  /// The runs with sheets at a printer that may be in doubt: an uncertain pass, or on numbered paper one that
  /// nobody reported, and no answer yet.
  package func doubtful(at printer: String) throws -> [PrintRun] {
    try runs.doubtfulOutputs(printer: printer).compactMap(run(_:))
  }

  /// The run a job was burned for; `nil` for a job that is not ours.
  package func run(job: String) throws -> PrintRun? { try runs.output(job: job).flatMap(run(_:)) }

  /// Keeps a run, and with it the stock that its sheets are printed on.
  ///
  /// - Parameters:
  ///   - run: the run after a step.
  ///   - act: who took the step.
  /// - Throws: ``Refusal`` when a stock number is not loaded, belongs to another sheet, or lies beneath
  ///   paper that is bound to another output and not printed yet.
  package func keep(_ run: PrintRun, by act: Act) throws {
    let before = try runs.sheets(of: run.output.id)
    try free(before, after: run.sheets, act)
    for sheet in run.sheets { try follow(sheet, act) }
    try outputs.update(run.output)
    try runs.keep(run.sheets, run.passes)
  }

  /// Keeps a void original and the one in its place.
  ///
  /// - Throws: as ``keep(_:by:)``.
  package func keep(_ replacement: Replacement, by act: Act) throws {
    // The old one first: there is never room for two.
    try keep(replacement.void, by: act)
    try outputs.insert(replacement.successor)
  }

  /// Makes every pass that was under way uncertain; called when nobody works at the printer any more.
  ///
  /// - Parameters:
  ///   - printer: the printer; `nil` for all of them, when the whole service starts.
  ///   - act: who says so.
  /// - Returns: the runs that changed.
  /// - Throws: as ``keep(_:by:)``.
  package func restart(at printer: String? = nil, by act: Act) throws -> [PrintRun] {
    try underWay().filter { printer == nil || $0.isUnderWay(at: printer) }.map { run in
      let next = run.restarted
      try keep(next, by: act)
      return next
    }
  }

  private func run(of output: Output) throws -> PrintRun {
    PrintRun(
      output, sheets: try runs.sheets(of: output.id), passes: try runs.passes(of: output.id))
  }

  // MARK: Stock

  private func free(_ before: [Sheet], after: [Sheet], _ act: Act) throws {
    let kept = Set(after.compactMap(\.stock))
    for number in before.compactMap(\.stock) where !kept.contains(number) {
      try stock.update(try known(number).unbound(by: act))
    }
  }

  private func follow(_ sheet: Sheet, _ act: Act) throws {
    guard let number = sheet.stock else { return }
    let known = try known(number)
    if known.sheet == nil { try checkOnTop(known, for: sheet) }
    let bound = known.sheet == nil ? try known.bound(to: sheet.id, by: act) : known
    let next = try bound.following(sheet, by: act)
    if next != known { try stock.update(next) }
  }

  /// A printer takes what lies on top: no number is bound while another output's paper still lies there.
  private func checkOnTop(_ number: StockSheet, for sheet: Sheet) throws {
    guard let tray = number.tray else { return }
    for other in try stock.bound(in: tray) {
      guard let waiting = try unprinted(other), waiting.output != sheet.output else { continue }
      throw Refusal(
        Diagnostic(
          at: .field("stock"), Wording.otherBound(other.number, waiting.id),
          hint: Wording.printOrWithdraw))
    }
  }

  /// The sheet of an output that a number belongs to, if nothing over it was burned yet.
  private func unprinted(_ number: StockSheet) throws -> Sheet? {
    guard let id = number.sheet, let output = id.split(separator: "/").first.map(String.init)
    else { return nil }
    let run = try run(output)
    return run?.sheets.first { sheet in
      sheet.id == id
        && run?.passes(over: sheet.position).contains { $0.burn != nil } == false
    }
  }

  private func known(_ number: StockNumber) throws -> StockSheet {
    guard let sheet = try stock.sheet(number) else {
      throw Refusal(Diagnostic(at: .field("stock"), Wording.unknownStock(number)))
    }
    return sheet
  }
}
