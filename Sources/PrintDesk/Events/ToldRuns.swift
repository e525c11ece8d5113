/// The sheets and passes of one unit of work, whose changes the stream of events is told.
///
/// What was read is known until the unit ends, and what did not change is not written.
final class ToldRuns: RunRepository {
  private let runs: any RunRepository
  private let events: any EventRepository
  private var knownSheets: [String: [Sheet]] = [:]
  private var knownPasses: [String: [Pass]] = [:]

  /// Tells of the changes of sheets and passes.
  init(_ runs: any RunRepository, _ events: any EventRepository) {
    self.runs = runs
    self.events = events
  }

  func outputsUnderWay() throws -> [String] { try runs.outputsUnderWay() }
  func doubtfulOutputs(printer: String) throws -> [String] {
    try runs.doubtfulOutputs(printer: printer)
  }
  func output(job: String) throws -> String? { try runs.output(job: job) }

  func sheets(of output: String) throws -> [Sheet] {
    if let sheets = knownSheets[output] { return sheets }
    let sheets = try runs.sheets(of: output)
    knownSheets[output] = sheets
    return sheets
  }

  func passes(of output: String) throws -> [Pass] {
    if let passes = knownPasses[output] { return passes }
    let passes = try runs.passes(of: output)
    knownPasses[output] = passes
    return passes
  }

  func keep(_ sheets: [Sheet], _ passes: [Pass]) throws {
    let oldSheets = try Set(sheets.map(\.output)).flatMap(self.sheets(of:))
    let oldPasses = try Set(passes.map(\.output)).flatMap(self.passes(of:))
    let (newSheets, newPasses) = (
      sheets.filter { !oldSheets.contains($0) }, passes.filter { !oldPasses.contains($0) }
    )
    try runs.keep(newSheets, newPasses)
    for sheet in newSheets { knownSheets[sheet.output] = nil }
    for pass in newPasses { knownPasses[pass.output] = nil }
    let changes =
      newSheets.map { sheet in
        DeskChange(from: oldSheets.first { $0.id == sheet.id }, to: sheet)
      }
      + newPasses.map { pass in DeskChange(from: oldPasses.first { $0.id == pass.id }, to: pass) }
    try changes.compactMap(\.self).forEach(events.append)
  }
}

extension RunRepository {
  /// The same sheets and passes, whose changes a stream of events is told.
  package func telling(_ events: any EventRepository) -> any RunRepository {
    ToldRuns(self, events)
  }
}
