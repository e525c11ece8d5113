package import Diagnostics

/// An output with its sheets and the passes over them: what the desk decides on as one (design §5).
///
/// A pure value; each step answers the run after it, or refuses. Every step is read, made and kept in one
/// unit of work, so that of two operators at once the second sees what the first did.
package struct PrintRun: Hashable, Sendable {
  /// The output.
  package internal(set) var output: Output
  /// Its sheets by position; none before they are planned.
  package internal(set) var sheets: [Sheet]
  /// The passes over them by ordinal, failed ones included.
  package internal(set) var passes: [Pass]

  /// A run as a store keeps it, or one without sheets.
  package init(_ output: Output, sheets: [Sheet] = [], passes: [Pass] = []) {
    self.output = output
    self.sheets = sheets
    self.passes = passes
  }

  /// The sheet at a position.
  ///
  /// - Throws: ``Refusal`` when there is none.
  package func sheet(_ position: Int) throws(Refusal) -> Sheet {
    guard sheets.indices.contains(position - 1) else {
      throw refusal("sheet", Wording.noSheet(output.id, position))
    }
    return sheets[position - 1]
  }

  /// The pass of an ordinal.
  ///
  /// - Throws: ``Refusal`` when there is none.
  package func pass(_ ordinal: Int) throws(Refusal) -> Pass {
    guard passes.indices.contains(ordinal - 1) else {
      throw refusal("pass", Wording.noPass(output.id, ordinal))
    }
    return passes[ordinal - 1]
  }

  /// The passes over a sheet in the order of printing: one for each of its side plans, the last planned.
  package func passes(over position: Int) -> [Pass] {
    let all = passes.filter { $0.sheet == position }
    return all.filter { pass in
      !all.contains { $0.sides == pass.sides && $0.ordinal > pass.ordinal }
    }
    .sorted { $0.comes(before: $1) }
  }

  /// The pass to be burned next; `nil` when none is left or the output is void.
  package var next: Pass? {
    guard output.state != .void else { return nil }
    return passes.filter { $0.state == .planned }.min { $0.comes(before: $1) }
  }

  /// The sheets of which a person has to say what became of them: there is doubt, or all is printed.
  package var sheetsToDecide: [Sheet] {
    sheets.filter { $0.state == .printed || isInDoubt($0) }
  }

  /// The sheets of which nobody knows what became of them.
  package var sheetsInDoubt: [Sheet] {
    sheets.filter { $0.state != .printed && isInDoubt($0) }
  }

  /// The numbered sheets that nobody reported and nobody looked at yet: until then nobody knows which form lies
  /// in the printer, and nothing more goes there.
  package var sheetsUnseen: [Sheet] {
    sheets.filter { sheet in
      sheet.stock != nil && sheet.state == .printed
        && passes(over: sheet.position).contains { $0.state == .sent }
    }
  }

  private func isInDoubt(_ sheet: Sheet) -> Bool { !sheet.state.isDecided && isDoubtful(sheet) }

  /// The sheets that wait to be turned by hand: their front was reported, their back is to come (S2-130).
  package var sheetsToTurn: [Sheet] {
    sheets.filter { sheet in
      let passes = passes(over: sheet.position)
      return !sheet.state.isDecided && sheet.turned == nil
        && passes.map(\.sides) == [.front, .back] && passes[0].isReported
        && passes[1].state == .planned
    }
  }

  /// Whether a pass over a sheet is uncertain and no person had it in hand since.
  func isDoubtful(_ sheet: Sheet) -> Bool {
    let uncertain = passes(over: sheet.position).filter { $0.state == .uncertain }
    guard let last = uncertain.last else { return false }
    return sheet.turned == nil || last.sides == .back
  }

  /// Whether a pass is burned at a printer and has no report.
  package func isUnderWay(at printer: String?) -> Bool {
    passes.contains { pass in
      pass.burn != nil && pass.burn?.printer == printer && pass.state.isUnderWay && !pass.isReported
    }
  }

  /// Whether any pass was ever burned: there may be ink on paper.
  package var wasBurned: Bool { passes.contains { $0.burn != nil } }

  // MARK: Steps

  func with(_ sheet: Sheet) -> PrintRun {
    var next = self
    next.sheets[sheet.position - 1] = sheet
    return next
  }

  func with(_ pass: Pass) -> PrintRun {
    var next = self
    next.passes[pass.ordinal - 1] = pass
    return next
  }

  /// The run with sheets and output where their passes and decisions put them.
  var settled: PrintRun {
    var next = self
    for sheet in sheets where !sheet.state.isDecided {
      next.sheets[sheet.position - 1].state = state(of: sheet)
    }
    guard output.state != .void else { return next }
    if let state = next.outputState { next.output = output.with(state) }
    return next
  }

  private func state(of sheet: Sheet) -> Sheet.State {
    let passes = passes(over: sheet.position)
    let isPrinted = !passes.isEmpty && passes.allSatisfy(\.isReported) && !isDoubtful(sheet)
    if isPrinted { return .printed }
    return sheet.stock != nil || passes.contains { $0.burn != nil } ? .bound : .expected
  }

  /// `nil` where nothing was burned yet.
  ///
  /// What was uncertain stays so until a person ended it.
  private var outputState: Output.State? {
    guard wasBurned else { return nil }
    if sheets.allSatisfy({ $0.state == .good }) { return .issued }
    return sheets.contains(where: isInDoubt) || output.state == .uncertain ? .uncertain : .printing
  }

  func refusal(_ field: String, _ message: Message, hint: Message? = nil) -> Refusal {
    Refusal(Diagnostic(at: .field(field), message, hint: hint))
  }
}
