import PrintDesk
import Store
import Support

/// What the service does by itself: plan, bind, burn, send, report.
extension DeskDriver {
  /// One action of anybody.
  func step() throws {
    switch dice.number(0...12) {
    case 0...2: try prepare()
    case 3...6: try advance()
    case 7...9: try attend()
    case 10...11: try isCalm ? attend() : disturb()
    default: try isCalm ? advance() : reportLate()
    }
  }

  private func prepare() throws {
    let open = runs.filter { $0.output.state != .void && $0.output.state != .issued }
    guard !open.isEmpty else { return }
    let run = dice.pick(open)
    let id = run.output.id
    if run.output.state == .reserved {
      try release(id)
    } else if run.output.state == .released && run.sheets.isEmpty {
      try plan(id)
    } else if let failed = run.passes.first(where: { pass in
      pass.state == .failed && run.passes(over: pass.sheet).contains(pass)
    }) {
      try change(id, "again") { try $0.plannedAgain(after: failed.ordinal) }
    } else if let pass = run.next, !jobs.contains(where: { $0.output == id }) {
      try begin(pass, of: run)
    }
  }

  func change(_ id: String, _ name: String, _ step: (PrintRun) throws -> PrintRun) throws {
    _ = try write("\(name) \(id)") { unit in
      guard let run = try unit.desk.run(id) else { return }
      try unit.desk.keep(try step(run), by: self.act("service"))
    }
  }

  private func release(_ id: String) throws {
    _ = try write("release \(id)") { unit in
      guard var output = try unit.outputs.output(id), output.state == .reserved else { return }
      output.progress = ReleaseProgress(
        releaseEntry: 1, code: id,
        manifest: Manifest(inputs: [:], unsigned: id, file: id, sheets: [.front]),
        fileEntry: 2)
      try unit.outputs.update(output.released())
    }
  }

  private func plan(_ id: String) throws {
    let plans: [[[Sides]]] = [[[.front]], [[.duplex]], [[.front, .back]], [[.front], [.front]]]
    let plan = dice.pick(plans)
    let paper: Paper = dice.once(in: 2) ? .blank : .numbered(series: Self.series)
    try change(id, "plan") { try $0.planned(plan, on: paper) }
  }

  private func begin(_ pass: Pass, of run: PrintRun) throws {
    let job = Job(
      output: run.output.id, ordinal: pass.ordinal, name: "job \(pass.id)", stage: .unburned)
    if !isCalm && dice.once(in: 12) {
      return try change(job.output, "fail") { try $0.failing(pass.ordinal, because: "unreachable") }
    }
    if flaw == .sendsBeforeBurning { try send(pass, over: try run.sheet(pass.sheet), as: job.name) }
    try burn(job)
    var burned = job
    burned.stage = flaw == .sendsBeforeBurning ? .transmitted : .burned
    jobs.append(burned)
  }

  /// Binds and burns in one unit of work, one open sheet of numbered stock at a time: the printer takes
  /// what lies on top.
  private func burn(_ job: Job) throws {
    let act = act("service")
    _ = try write("burn \(job.name)") { unit in
      guard var run = try unit.desk.run(job.output) else { return }
      let sheet = try run.sheet(try run.pass(job.ordinal).sheet)
      if sheet.paper != .blank && sheet.state == .expected {
        guard try self.isTrayFree(unit) else { throw DeskDriver.busy }
        run = try run.binding(try unit.stockroom.next(of: Self.tray), to: sheet.position)
      }
      let burn = Burn(
        job: job.name, printer: "counter", tray: "tray-2", document: "h", act: act)
      try unit.desk.keep(try run.burning(job.ordinal, as: burn), by: act)
      if self.flaw == .sendsBeforeBurning {
        try unit.desk.keep(
          try run.burning(job.ordinal, as: burn).sending(job.ordinal), by: act)
      }
    }
  }

  private func isTrayFree(_ unit: UnitOfWork) throws -> Bool {
    try unit.stock.sheets(series: Self.series).allSatisfy { $0.state != .bound }
  }

  /// The next thing with one of the jobs this service is sending.
  private func advance() throws {
    guard !jobs.isEmpty else { return }
    let index = dice.number(0...jobs.count - 1)
    let job = jobs[index]
    switch job.stage {
    case .unburned: preconditionFailure("only burned passes are sent")
    case .burned:
      try change(job.output, "sending") { try $0.sending(job.ordinal) }
      jobs[index].stage = .begun
    case .begun:
      jobs[index].stage = .transmitted
      guard let run = runs.first(where: { $0.output.id == job.output }) else { return }
      let pass = try run.pass(job.ordinal)
      try send(pass, over: try run.sheet(pass.sheet), as: job.name)
    case .transmitted:
      jobs[index].stage = .told
      try change(job.output, "sent") { try $0.sent(job.ordinal, job: 1) }
    case .told:
      jobs.remove(at: index)
      try report(job.name)
    }
  }

  private func report(_ name: String) throws {
    guard let job = world.jobs.first(where: { $0.name == name }) else { return }
    try change(job.output, "report \(job.ordinal)") { run in
      let learnt = try run.learning(job.evidence, of: job.ordinal)
      guard self.flaw == .trustsTheReport else { return learnt }
      let position = try learnt.pass(job.ordinal).sheet
      guard try learnt.sheet(position).state == .printed else { return learnt }
      return try learnt.good(
        position, .typed(String(run.output.serial.suffix(4))), by: self.act("service"))
    }
  }

  /// A report that comes once more, or after the service fell.
  private func reportLate() throws {
    let known = world.jobs.filter { job in !jobs.contains { $0.name == job.name } }
    guard !known.isEmpty else { return }
    let job = dice.pick(known)
    try change(job.output, "sent late") { try $0.sent(job.ordinal, job: 9) }
    try report(job.name)
  }
}
