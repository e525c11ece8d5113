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
    try state.withLock { state in
      let unit = MemoryUnit(state)
      let value = try body(unit.unit)
      state = unit.state
      state.seals = unit.seals.state
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
  var seals = MemorySeals.State()
}

/// One unit of work over a copy of the state.
private final class MemoryUnit: NumberRepository, ApprovalRepository, OutputRepository,
  OperatorRepository
{
  /// A record that the register does not take.
  struct Conflict: Error {}

  var state: MemoryState

  let seals: MemorySeals

  init(_ state: MemoryState) {
    self.state = state
    seals = MemorySeals(state.seals)
  }

  var unit: UnitOfWork {
    UnitOfWork(numbers: self, approvals: self, outputs: self, operators: self, seals: seals)
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
    state.outputs.first { $0.number == number && $0.serial == serial }
  }

  func output(fileHash: String) throws -> Output? {
    state.outputs.first { $0.progress.manifest?.file == fileHash }
  }

  func outputs(number: String) throws -> [Output] { state.outputs.filter { $0.number == number } }

  func all() throws -> [Output] { state.outputs }

  func insert(_ output: Output) throws {
    let isTaken = state.outputs.contains {
      $0.id == output.id || $0.serial == output.serial || $0.requestKey == output.requestKey
        || ($0.number == output.number && $0.state.isLive)
    }
    if isTaken || state.approvals[output.number] == nil { throw Conflict() }
    state.outputs.append(output)
  }

  func update(_ output: Output) throws {
    let others = state.outputs.filter { $0.id != output.id }
    guard others.count == state.outputs.count - 1,
      !output.state.isLive
        || !others.contains(where: { $0.number == output.number && $0.state.isLive })
    else { throw Conflict() }
    state.outputs = state.outputs.map { $0.id == output.id ? output : $0 }
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
