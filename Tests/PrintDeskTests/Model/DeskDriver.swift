import Certificates
import Diagnostics
import Foundation
import PrintDesk
import Store
import Support

/// A print desk of tests: the real machine, a simulated world, and a service that may fall between any two
/// writes.
///
/// Each action makes at most one write or one send; what the service knows besides the register is lost
/// when it falls.
final class DeskDriver {
  /// The service fell.
  struct Crash: Error {}

  /// A pass this service is sending.
  struct Job {
    enum Stage { case unburned, burned, begun, transmitted, told }

    let output: String
    let ordinal: Int
    let name: String
    var stage: Stage
  }

  static let tray = Tray(printer: "counter", name: "tray-2")
  static let series = "L"
  static let certificates = ["N1", "N2"]

  let store = MemoryStore()
  let flaw: Flaw?
  var dice: Dice
  var world: World
  var jobs: [Job] = []
  /// What each of two people last saw of the register; it may be old.
  var views: [String: [PrintRun]] = [:]
  var now = 1_790_000_000
  var isCalm = false
  private(set) var violations: [String] = []
  private(set) var refusals = 0
  private(set) var log: [String] = []

  init(seed: Int, flaw: Flaw? = nil) throws {
    dice = Dice(seed: seed)
    self.flaw = flaw
    let range = try StockRange(series: Self.series, first: "0001", last: "0030")
    world = World(tray: range.numbers)
    let act = Act(by: "li", at: now)
    try store.write { unit in
      try unit.stockroom.receive(range, by: act)
      try unit.stockroom.each(of: range) {
        try $0.stored(by: act).loaded(into: Self.tray, by: act)
      }
      for (index, number) in Self.certificates.enumerated() {
        try unit.approvals.insert(Self.approval(number), content: Data())
        try unit.outputs.insert(Self.first(index + 1, of: number))
      }
    }
  }

  /// Runs so many actions with faults and falls, then lets everybody finish in peace.
  func run(actions: Int) throws {
    for _ in 0..<actions where violations.isEmpty { try act() }
    isCalm = true
    for _ in 0..<400 where violations.isEmpty && isUnfinished { try act() }
    if violations.isEmpty && isUnfinished { violations.append("the desk does not come to an end") }
    if violations.isEmpty { violations += DeskInvariants.endFaults(self) }
  }

  private var isUnfinished: Bool {
    !jobs.isEmpty || runs.contains { $0.output.state != .void && $0.output.state != .issued }
  }

  private func act() throws {
    now += dice.number(0...900)
    do { try step() } catch is Crash { try fall() } catch let refusal as Refusal {
      refusals += 1
      log.append("refused \(refusal.diagnostics.first?.message.key ?? "busy")")
    }
  }

  // MARK: The register

  var runs: [PrintRun] { (try? store.write { try $0.desk.all() }) ?? [] }

  func act(_ person: String) -> Act { Act(by: person, at: now) }

  /// One unit of work, before and after which the service may fall; `then` is what people do with paper
  /// in the same moment.
  func write<Value>(
    _ name: String, _ body: (UnitOfWork) throws -> Value, then: (Value) -> Void = { _ in }
  ) throws -> Value {
    try mayFall()
    let value = try store.write(now: body)
    log.append(name)
    then(value)
    violations += DeskInvariants(self).faults
    try mayFall()
    return value
  }

  func mayFall() throws {
    if !isCalm && dice.once(in: 25) { throw Crash() }
  }

  func send(_ pass: Pass, over sheet: Sheet, as name: String) throws {
    try mayFall()
    let fault = isCalm ? .none : Fault.drawn(&dice)
    world.take(pass, over: sheet, as: name, fault)
    log.append("send \(pass.id) \(fault)")
    violations += DeskInvariants(self).faults
    try mayFall()
  }

  /// The service falls and starts again.
  private func fall() throws {
    log.append("fall")
    jobs = []
    views = [:]
    let changed = try store.write { try $0.desk.restart(by: self.act("service")) }
    violations += DeskInvariants(self).faults
    guard flaw == .resendsOnRestart else { return }
    for run in changed {
      for pass in run.passes where pass.evidence == Evidence.none {
        world.take(pass, over: try run.sheet(pass.sheet), as: "again", .none)
      }
    }
    violations += DeskInvariants(self).faults
  }

  // MARK: Records

  static func approval(_ number: String) -> Approval {
    Approval(
      number: number, contentHash: "c" + number, requestHash: "r" + number, officer: "li",
      date: Runs.day, place: "BEIJING,CHINA", printPlace: .local, sealMode: .electronic,
      enterprise: "1100B0001", signatory: "zhang", moment: 1_790_000_000)
  }

  static func first(_ ordinal: Int, of number: String) -> Output {
    Output(
      id: Output.id(ordinal), number: number, contentHash: "c" + number, kind: .original,
      serial: serial(ordinal), revision: 0, requestKey: "k\(ordinal)", moment: 1_790_000_000,
      day: Runs.day, device: "d", seals: [:])
  }

  static func serial(_ ordinal: Int) -> String { "CCPIT0000000\(10_000 + ordinal)" }
}
