import Certificates
import Foundation
import PrintDesk
import Seals
package import Store
import Synchronization

/// A register in memory: units of work on a copy, which takes the old state's place or is dropped.
package final class MemoryStore: RegisterStore {
  private let state = Mutex(MemoryState())

  package init() {}

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value {
    try body(MemoryUnit(state.withLock { $0 }).unit)
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value {
    try write(now: body)
  }

  /// The same without waiting.
  package func write<Value>(now body: (UnitOfWork) throws -> Value) throws -> Value {
    try state.withLock { state in
      let unit = MemoryUnit(state)
      let value = try body(unit.unit)
      try unit.checkSuccessors()
      state = unit.state
      state.seals = unit.seals.state
      state.desk = unit.desk.state
      return value
    }
  }
}

/// What a memory register holds.
struct MemoryState: Sendable {
  var counters: [String: Int] = [:]
  var approvals: [String: (approval: Approval, content: Data)] = [:]
  var outputs: [Output] = []
  var files: [String: Data] = [:]
  var people: [String: Operator] = [:]
  var printers: [String: DeskPrinter] = [:]
  var calibrations: [KeptCalibration] = []
  var formPitches: [KeptFormPitch] = []
  var seals = MemorySeals.State()
  var desk = MemoryDesk.State()
}

/// One unit of work over a copy of the state.
private final class MemoryUnit: NumberRepository, ApprovalRepository, OutputRepository,
  OperatorRepository, PrinterRepository, CalibrationRepository
{
  /// A record that the register does not take.
  struct Conflict: Error {}

  var state: MemoryState

  let seals: MemorySeals
  let desk: MemoryDesk

  init(_ state: MemoryState) {
    self.state = state
    seals = MemorySeals(state.seals)
    desk = MemoryDesk(state.desk)
    desk.isKnown = { [unowned self] id in self.state.outputs.contains { $0.id == id } }
  }

  var unit: UnitOfWork {
    UnitOfWork(
      numbers: self, approvals: self, outputs: self, runs: desk, stock: desk, cases: desk,
      printers: self, calibrations: self, operators: self, seals: seals, events: desk)
  }

  /// A void output whose place another takes is not kept without the other.
  func checkSuccessors() throws {
    let ids = Set(state.outputs.map(\.id))
    let successors = state.outputs.compactMap { $0.voidReason?.successor }
    guard successors.allSatisfy(ids.contains) else { throw Conflict() }
  }

  // MARK: Numbers

  func next(of counter: NumberCounter) throws -> Int {
    next(Self.name(counter) + counter.prefix)
  }

  func prefixes(beside counter: NumberCounter) throws -> [String] {
    let start = Self.name(counter)
    return state.counters.keys.filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count)) }.sorted()
  }

  func nextSerial(profile: String, year: Int?) throws -> Int {
    next("serial|\(profile)|\(year ?? 0)")
  }

  private func next(_ name: String) -> Int {
    state.counters[name, default: 0] += 1
    return state.counters[name, default: 0]
  }

  private static func name(_ counter: NumberCounter) -> String {
    "number|\(counter.profile)|\(counter.year)|\(counter.letters)|\(counter.holder)|"
  }

  // MARK: Printers

  func printer(_ name: String) throws -> DeskPrinter? { state.printers[name] }

  func printers() throws -> [DeskPrinter] {
    state.printers.values.sorted { $0.name < $1.name }
  }

  func keep(_ printer: DeskPrinter) throws { state.printers[printer.name] = printer }

  // MARK: Calibrations

  func calibration(at place: CalibrationPlace) throws -> KeptCalibration? {
    state.calibrations.first { $0.place == place }
  }

  func calibrations() throws -> [KeptCalibration] {
    state.calibrations.sorted { $0.place.order < $1.place.order }
  }

  func keep(_ calibration: KeptCalibration) throws {
    if state.printers[calibration.place.tray.printer] == nil { throw Conflict() }
    state.calibrations.removeAll { $0.place == calibration.place }
    state.calibrations.append(calibration)
  }

  func formPitch(at place: FormPitchPlace) throws -> KeptFormPitch? {
    state.formPitches.first { $0.place == place }
  }

  func formPitches() throws -> [KeptFormPitch] {
    state.formPitches.sorted { $0.place.front.order < $1.place.front.order }
  }

  func keep(_ formPitch: KeptFormPitch) throws {
    if state.printers[formPitch.place.tray.printer] == nil { throw Conflict() }
    state.formPitches.removeAll { $0.place == formPitch.place }
    state.formPitches.append(formPitch)
  }

  // MARK: Approvals

  func approval(contentHash: String) throws -> Approval? {
    state.approvals.values.map(\.approval)
      .first { $0.contentHash == contentHash || $0.requestHash == contentHash }
  }

  func approval(number: String) throws -> Approval? { state.approvals[number]?.approval }

  func content(number: String) throws -> Data? { state.approvals[number]?.content }

  func insert(_ approval: Approval, content: Data) throws {
    let isTaken =
      try state.approvals[approval.number] != nil
      || self.approval(contentHash: approval.contentHash) != nil
      || self.approval(contentHash: approval.requestHash) != nil
    if isTaken { throw Conflict() }
    state.approvals[approval.number] = (approval, content)
  }

  // MARK: Outputs

  func count() throws -> Int { state.outputs.count }

  func output(_ id: String) throws -> Output? { state.outputs.first { $0.id == id } }

  func output(requestKey: String) throws -> Output? {
    state.outputs.first { $0.requestKey == requestKey }
  }

  func output(number: String, serial: String) throws -> Output? {
    state.outputs.first { $0.number == number && $0.serial == serial && $0.kind.isOriginal }
  }

  func output(fileHash: String) throws -> Output? {
    state.outputs.first { $0.progress.manifest?.file == fileHash }
  }

  func outputs(number: String) throws -> [Output] { state.outputs.filter { $0.number == number } }

  func unfinished() throws -> [Output] {
    state.outputs.filter { $0.state != .issued && $0.state != .void }
  }

  func all() throws -> [Output] { state.outputs }

  func insert(_ output: Output) throws {
    let isTaken = state.outputs.contains {
      $0.id == output.id || $0.requestKey == output.requestKey || isClash($0, output)
    }
    if isTaken || state.approvals[output.number] == nil { throw Conflict() }
    state.outputs.append(output)
  }

  func update(_ output: Output) throws {
    let others = state.outputs.filter { $0.id != output.id }
    let known = state.outputs.first { $0.id == output.id }
    guard let known, known.state.canBecome(output.state),
      !others.contains(where: { isClash($0, output) })
    else { throw Conflict() }
    state.outputs = state.outputs.map { $0.id == output.id ? output : $0 }
  }

  /// Whether two outputs cannot be at once: one live original, one live output of an ordinal, one serial.
  private func isClash(_ known: Output, _ output: Output) -> Bool {
    if known.kind.isOriginal, output.kind.isOriginal, known.serial == output.serial { return true }
    guard known.number == output.number, known.state.isLive, output.state.isLive else {
      return false
    }
    if known.kind.isOriginal { return output.kind.isOriginal }
    return known.kind == output.kind && known.ordinal == output.ordinal
  }

  func file(of id: String) throws -> Data? { state.files[id] }

  func keep(_ file: Data, for id: String) throws {
    if state.files[id] != nil { throw Conflict() }
    state.files[id] = file
  }

  // MARK: People

  func person(_ id: String) throws -> Operator? { state.people[id] }

  func all() throws -> [Operator] { state.people.values.sorted { $0.id < $1.id } }

  func insert(_ person: Operator) throws {
    if state.people[person.id] != nil { throw Conflict() }
    state.people[person.id] = person
  }

  func update(_ person: Operator) throws {
    guard state.people[person.id] != nil else { throw Conflict() }
    state.people[person.id] = person
  }
}

extension CalibrationPlace {
  /// What calibrations are listed by; fronts come before backs.
  fileprivate var order: (String, String, String, Int) {
    (tray.printer, tray.name, series ?? "", side == .front ? 0 : 1)
  }
}
