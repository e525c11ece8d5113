import Devices
import Diagnostics
import PrintDesk
import Store

/// The register's side of printing: every step of a run is read, made and kept in one unit of work.
struct RunRecords: Sendable {
  private let store: any RegisterStore
  private let now: @Sendable () -> Int
  let person: String

  init(office: OfficeContext, person: String) {
    store = office.store
    now = office.surroundings.now
    self.person = person
  }

  /// Who acts, now.
  var act: Act { Act(by: person, at: now()) }

  /// Makes a step with a run.
  ///
  /// - Returns: the run after it.
  func change(
    _ id: String, _ step: @escaping @Sendable (PrintRun, UnitOfWork) throws -> PrintRun
  ) async throws -> PrintRun {
    let act = act
    return try await store.write { unit in
      let next = try step(try unit.knownRun(id), unit)
      try unit.desk.keep(next, by: act)
      return next
    }
  }

  /// Makes uncertain what a program that ended left at a printer; nothing of it is sent again.
  func recover(at printer: String) async throws {
    let act = act
    let isInterrupted = try await store.read { unit in
      try unit.desk.underWay().contains { $0.isUnderWay(at: printer) }
    }
    guard isInterrupted else { return }
    _ = try await store.write { try $0.desk.restart(at: printer, by: act) }
  }

  /// A run that may be printed at a place, at which nothing is in doubt.
  ///
  /// - Throws: ``Refusal``; an output that is not released yet, or not any more, is refused too.
  func open(_ id: String, at place: PrintingPlace) async throws -> PrintRun {
    try await store.read { unit in
      let run = try unit.knownRun(id)
      guard run.output.state != .void else {
        throw Refusal(Diagnostic(at: .field("output"), Wording.notPrintedAnyMore(id)))
      }
      guard run.output.progress.isComplete, run.output.state != .reserved else {
        throw Refusal(Diagnostic(at: .field("output"), Wording.notReleasedYet(id)))
      }
      for other in try unit.desk.doubtful(at: place.printer.name) where other.output.id != id {
        guard let sheet = (other.sheetsInDoubt + other.sheetsUnseen).first else { continue }
        throw Refusal(
          Diagnostic(
            at: .field("printer"), Wording.doubtAtPrinter(sheet.id, place.printer.name),
            hint: Wording.sayWhatBecame))
      }
      return run
    }
  }

  /// The run with its sheets planned; on numbered paper there is a number for each.
  ///
  /// - Throws: ``Refusal`` when the gate lets it not pass, for a place that its sheets were not planned for,
  ///   for too few sheets in the tray, and when another one lies on top than the register has there.
  func prepared(
    _ id: String, plan: SheetPlan, at place: PrintingPlace, top: String?
  ) async throws -> PrintRun {
    let passes = plan.passes
    return try await change(id) { run, unit in
      let paper = try run.sheets.first?.paper ?? unit.paper(at: place)
      guard let known = try unit.printCase(number: run.output.number) else {
        preconditionFailure("a released certificate has a case")
      }
      try PrintGate(printer: place.printer, profile: place.profile, paper: paper).check(known)
      let next = run.sheets.isEmpty ? try run.planned(passes, on: paper) : run
      try next.checkPlan(passes, at: place)
      if place.isNumbered { try unit.checkStock(for: next, at: place, top: top) }
      return next
    }
  }

  /// The number of the form that a pass would be printed on: that of its sheet, else the one on top.
  ///
  /// - Returns: `nil` for blank paper.
  func number(for pass: Pass, at place: PrintingPlace) async throws -> StockNumber? {
    guard place.isNumbered else { return nil }
    return try await store.read { unit in
      let sheet = try unit.knownRun(pass.output).sheet(pass.sheet)
      return try sheet.stock ?? unit.stockroom.next(of: place.tray)
    }
  }

  /// Burns a pass, and binds its sheet to the number on top in the same unit of work: no number waits for a
  /// pass that may never come, while another output takes the sheet that bears it.
  ///
  /// - Parameters:
  ///   - pass: the pass.
  ///   - burn: the job it will be.
  ///   - place: where.
  ///   - number: the number that the bytes were made for; `nil` for blank paper.
  /// - Throws: ``Refusal``, also when another number lies on top by now.
  func burn(
    _ pass: Pass, as burn: Burn, at place: PrintingPlace, on number: StockNumber?
  ) async throws {
    _ = try await change(pass.output) { run, unit in
      var next = run
      let sheet = try run.sheet(pass.sheet)
      if sheet.paper != .blank && sheet.stock == nil {
        let top = try unit.stockroom.next(of: place.tray, typed: number?.text)
        next = try run.binding(top, to: sheet.position)
      }
      let holds = try unit.cases.holds(number: run.output.number)
      return try next.burning(pass.ordinal, as: burn, under: holds)
    }
  }
}

extension UnitOfWork {
  /// The run of an output.
  ///
  /// - Throws: ``Refusal`` when there is none.
  func knownRun(_ id: String) throws -> PrintRun {
    guard let run = try desk.run(id) else {
      throw Refusal(Diagnostic(at: .field("output"), Wording.unknownOutput(id)))
    }
    return run
  }

  /// What lies in the tray of a place.
  ///
  /// - Throws: ``Refusal`` for a tray of numbered stock that is empty.
  func paper(at place: PrintingPlace) throws -> Paper {
    guard place.isNumbered else { return .blank }
    return .numbered(series: try stockroom.next(of: place.tray).series)
  }

  /// Checks that a number lies in a tray for each sheet that has none, and which one lies on top.
  ///
  /// A printer that tells nothing is told the number of the form in it before each pass (dotmatrix.md §5).
  ///
  /// - Throws: ``Refusal``.
  fileprivate func checkStock(for run: PrintRun, at place: PrintingPlace, top: String?) throws {
    let needed = run.sheets.count { $0.state == .expected && $0.stock == nil }
    guard needed > 0 else { return }
    guard top != nil || place.profile.dotMatrix == nil else {
      throw Refusal(
        Diagnostic(
          at: .field("top"), Wording.needsTop(place.printer.name), hint: Wording.readTop))
    }
    let tray = place.tray
    let series = try stockroom.next(of: tray, typed: top).series
    let loaded = try stock.loadedCount(of: series, in: tray)
    guard loaded >= needed else {
      throw Refusal(Diagnostic(at: .field("stock"), Wording.tooFewSheets(loaded, needed)))
    }
  }
}

extension PrintRun {
  /// Checks that what is left can be printed at a place as it was planned.
  ///
  /// - Throws: ``Refusal`` for other paper, and for a printer that turns sheets in another way.
  fileprivate func checkPlan(_ plan: [[Sides]], at place: PrintingPlace) throws(Refusal) {
    let isSame = sheets.allSatisfy { sheet in
      passes(over: sheet.position).map(\.sides) == plan[sheet.position - 1]
        && (sheet.paper != .blank) == place.isNumbered
    }
    guard isSame || next == nil else {
      throw Refusal(
        Diagnostic(
          at: .field("printer"), Wording.plannedOtherwise(output.id, place.printer.name),
          hint: wasBurned ? nil : Wording.withdrawFirst))
    }
  }
}
