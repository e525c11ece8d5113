import Foundation

extension Machine {
  /// Where the printing of a sheet stands after something happened to it.
  enum Step {
    /// It goes on.
    case proceed
    /// The sheet is printed once more.
    case again
    /// The next sheet comes.
    case skip
    /// The job is over.
    case over
  }

  /// A job on its way through the paper path.
  struct Run: Sendable {
    let ordinal: Int
    let epoch: Int
  }

  /// A sheet as it was drawn.
  struct Paper: Sendable {
    let tray: String
    let stock: String?
  }

  /// The sheet that is being printed.
  struct SheetInPath: Sendable {
    let run: Run
    let sheet: Int
    let paper: Paper
  }

  /// Prints one job after the other until the printer's end.
  package func run() async {
    while !isEnded {
      guard outage == nil, !isPaused, let ordinal = nextJob else {
        await change()
        continue
      }
      await produce(Run(ordinal: ordinal, epoch: epoch))
    }
  }

  private var nextJob: Int? {
    jobs.values.filter { $0.state == .pending && $0.isClosed }.map(\.ordinal).min()
  }

  private func produce(_ run: Run) async {
    begin(run)
    guard let job = jobs[run.ordinal], job.totalSheets > 0 else {
      finish(run.ordinal, .aborted, "document-format-error", "no pages were found")
      current = nil
      return
    }
    if has(.printsNothing, run) {
      await nap(settings.secondsPerSheet * Double(job.totalSheets), run)
      count(run, sides: job.totalImpressions ?? 0, sheets: job.totalSheets)
    } else {
      for sheet in 1...job.totalSheets {
        guard await print(sheet, run) else { break }
      }
    }
    guard run.epoch == epoch, !isEnded else { return }
    if jobs[run.ordinal]?.isCanceled == true {
      finish(run.ordinal, .canceled, "job-canceled-by-user")
    }
    complete(run)
  }

  private func begin(_ run: Run) {
    current = run.ordinal
    let now = upTime
    let isRenamed = has(.newUUID, run)
    update(run.ordinal) { job in
      job.state = .processing
      job.reasons = ["job-printing"]
      job.started = now
      if isRenamed { job.uuid = Self.freshUUID() }
    }
  }

  private func complete(_ run: Run) {
    current = nil
    for fault in faults(of: run) {
      if case .says(let impressions) = fault.kind {
        update(run.ordinal) { $0.impressions = impressions }
      }
    }
    let isWhole = jobs[run.ordinal].map { $0.sheets >= $0.totalSheets } ?? false
    finish(
      run.ordinal, .completed,
      isWhole ? "job-completed-successfully" : "job-completed-with-errors")
  }

  /// Prints one sheet; whether the job goes on.
  private func print(_ sheet: Int, _ run: Run) async -> Bool {
    while true {
      switch await attempt(sheet, run) {
      case .proceed, .skip: return isAlive(run)
      case .again: continue
      case .over: return false
      }
    }
  }

  private func attempt(_ sheet: Int, _ run: Run) async -> Step {
    guard await waitForStart(run) else { return .over }
    let start = await suffer(.before, sheet, run, nil)
    guard case .proceed = start else { return start }
    guard let paper = await draw(run) else { return .over }
    inPath = SheetInPath(run: run, sheet: sheet, paper: paper)
    await nap(settings.secondsPerSheet, run)
    inPath = nil
    guard run.epoch == epoch, !isEnded else { return .over }
    let middle = await suffer(.inside, sheet, run, paper)
    guard case .proceed = middle else { return middle }
    deliver(sheet, run, paper)
    if has(.printsTwice, run), let second = await draw(run) {
      record(sheet, run, second, .good)
    }
    guard isAlive(run) else { return .over }
    return await suffer(.after, sheet, run, nil)
  }

  /// Lays a good sheet out and counts it.
  private func deliver(_ sheet: Int, _ run: Run, _ paper: Paper) {
    record(sheet, run, paper, .good)
    count(run, sides: jobs[run.ordinal]?.sides(ofSheet: sheet).count ?? 0, sheets: 1)
  }

  private func count(_ run: Run, sides: Int, sheets: Int) {
    update(run.ordinal) { job in
      job.impressions += sides
      job.sheets += sheets
    }
  }

  /// Draws a sheet from the job's tray, waiting for paper; `nil` when the job ended meanwhile.
  func draw(_ run: Run) async -> Paper? {
    guard let tray = jobs[run.ordinal]?.tray else { return nil }
    while trays[tray].isEmpty {
      let isHandFed = trays[tray].isHandFed
      await standStill(
        isHandFed ? ["media-needed-error"] : ["media-empty-error", "media-needed-error"], run,
        seconds: nil)
      guard isAlive(run) else { return nil }
    }
    let stock = trays[tray].draw()
    return Paper(tray: trays[tray].name, stock: stock?.description)
  }

  func record(
    _ sheet: Int, _ run: Run, _ paper: Paper, _ condition: SheetRecord.Condition
  ) {
    guard let job = jobs[run.ordinal] else { return }
    let sides = condition == .blank ? [] : job.sides(ofSheet: sheet)
    write(
      SheetRecord(
        time: Date(), job: job.id, ordinal: job.ordinal, uuid: job.uuid, name: job.name,
        sheet: sheet, sides: sides, tray: paper.tray, stock: paper.stock, condition: condition,
        sha256: job.sha256))
  }

  /// Whether the job is in memory and not at its end.
  func isAlive(_ run: Run) -> Bool {
    run.epoch == epoch && !isEnded
      && jobs[run.ordinal].map { !$0.state.isFinal && !$0.isCanceled } ?? false
  }

  func faults(of run: Run) -> [Fault] {
    faults.filter { $0.job == nil || $0.job == run.ordinal }
  }

  private func has(_ kind: Fault.Kind, _ run: Run) -> Bool {
    faults(of: run).contains { $0.kind == kind }
  }

  private func nap(_ seconds: Double, _ run: Run) async {
    let end = ContinuousClock.now + .seconds(seconds)
    while run.epoch == epoch, !isEnded, .now < end { await pause(until: end) }
  }

  func pause(until end: ContinuousClock.Instant = .now + .milliseconds(10)) async {
    let step = min(end, .now + .milliseconds(10))
    try? await Task.sleep(until: step, clock: .continuous)
  }

  static func freshUUID() -> String { "urn:uuid:\(UUID().uuidString.lowercased())" }
}
