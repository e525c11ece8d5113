package import Certificates
import Foundation
package import PrintDesk

/// Sheets, passes, stock and requests in memory, as strict as the register on disk.
package final class MemoryDesk {
  /// A record that the contract does not allow.
  package struct Conflict: Error {}

  /// Everything there is; a value, so that a unit of work can be undone.
  package struct State: Sendable {
    var sheets: [String: [Sheet]] = [:]
    var passes: [String: [Pass]] = [:]
    var stock: [StockNumber: StockSheet] = [:]
    /// The numbers in order.
    var order: [StockNumber] = []
    var requests: [DeskRequest] = []
    var holds: [Hold] = []
    var places: [String: Approval.PrintPlace] = [:]
    var switches: [String: Bool] = [:]
    var events: [DeskEvent] = []

    package init() {}
  }

  /// What is recorded now.
  package private(set) var state: State
  /// Whether an output is known; a sheet belongs to one.
  var isKnown: (String) -> Bool = { _ in true }

  /// A register with a state.
  package init(_ state: State = State()) { self.state = state }

  private func check(_ isAllowed: Bool) throws { if !isAllowed { throw Conflict() } }
}

extension MemoryDesk: RunRepository {
  package func sheets(of output: String) -> [Sheet] { state.sheets[output] ?? [] }

  package func passes(of output: String) -> [Pass] { state.passes[output] ?? [] }

  package func outputsUnderWay() -> [String] {
    state.passes.filter { $0.value.contains { $0.state.isUnderWay && !$0.isReported } }
      .map(\.key).sorted()
  }

  package func doubtfulOutputs(printer: String) -> [String] {
    state.sheets.filter { output, sheets in
      let passes = passes(of: output).filter { $0.burn?.printer == printer }
      return sheets.filter { !$0.state.isDecided }.contains { sheet in
        let isUnseen = sheet.stock != nil && sheet.state == .printed
        return passes.contains { pass in
          pass.sheet == sheet.position
            && (pass.state == .uncertain || pass.state == .sent && isUnseen)
        }
      }
    }
    .map(\.key).sorted()
  }

  package func output(job: String) -> String? {
    state.passes.first { $0.value.contains { $0.burn?.job == job } }?.key
  }

  package func keep(_ sheets: [Sheet], _ passes: [Pass]) throws {
    for sheet in sheets { try keep(sheet) }
    for pass in passes { try keep(pass) }
  }

  private func keep(_ sheet: Sheet) throws {
    try check(isKnown(sheet.output))
    if let number = sheet.stock {
      let others = state.sheets.values.flatMap(\.self).filter { $0.id != sheet.id }
      try check(state.stock[number] != nil && !others.contains { $0.stock == number })
    }
    var known = sheets(of: sheet.output).filter { $0.position != sheet.position }
    known.append(sheet)
    state.sheets[sheet.output] = known.sorted { $0.position < $1.position }
  }

  private func keep(_ pass: Pass) throws {
    let sheet = sheets(of: pass.output).first { $0.position == pass.sheet }
    try check(sheet != nil && (pass.burn == nil) == Self.unburned.contains(pass.state))
    if let job = pass.burn?.job {
      let others = state.passes.values.flatMap(\.self).filter { $0.id != pass.id }
      try check(!others.contains { $0.burn?.job == job })
    }
    var known = passes(of: pass.output)
    if let index = known.firstIndex(where: { $0.ordinal == pass.ordinal }) {
      try check(Self.isStep(from: known[index], to: pass))
      known[index] = pass
    } else {
      known.append(pass)
    }
    state.passes[pass.output] = known.sorted { $0.ordinal < $1.ordinal }
  }

  private static let unburned: Set<Pass.State> = [.planned, .failed]

  private static func isStep(from old: Pass, to new: Pass) -> Bool {
    if old.burn != nil && old.burn?.job != new.burn?.job { return false }
    return switch new.state {
    case .planned: old.state == .planned
    case .burned: old.state == .planned || old.state == .burned
    case .sending: old.state == .burned || old.state == .sending
    case .failed: old.state == .planned || old.state == .failed
    case .sent, .clean: old.state != .uncertain
    case .uncertain: true
    }
  }
}

extension MemoryDesk: EventRepository {
  package func append(_ change: DeskChange) {
    let now = Int(Date().timeIntervalSince1970)
    state.events.append(DeskEvent(ordinal: state.events.count + 1, at: now, change: change))
  }

  package func events(after ordinal: Int, limit: Int) -> [DeskEvent] {
    Array(state.events.dropFirst(ordinal).prefix(limit))
  }
}

extension MemoryDesk: StockRepository {
  package func sheet(_ number: StockNumber) -> StockSheet? { state.stock[number] }

  package func sheets(series: String?) -> [StockSheet] {
    state.order.filter { series == nil || $0.series == series }.compactMap { state.stock[$0] }
  }

  package func top(of tray: Tray) -> StockSheet? {
    sheets(series: nil).first { $0.state == .loaded && $0.tray == tray }
  }

  package func loadedCount(of series: String, in tray: Tray) -> Int {
    sheets(series: series).count { $0.state == .loaded && $0.tray == tray }
  }

  package func bound(in tray: Tray) -> [StockSheet] {
    sheets(series: nil).filter { $0.state == .bound && $0.tray == tray }
  }

  package func insert(_ sheets: [StockSheet]) throws {
    for sheet in sheets {
      try check(state.stock[sheet.number] == nil)
      state.stock[sheet.number] = sheet
    }
    state.order = state.stock.keys.sorted()
  }

  package func update(_ sheet: StockSheet) throws {
    let isTaken = state.stock.values.contains {
      $0.number != sheet.number && $0.sheet != nil && $0.sheet == sheet.sheet
    }
    try check(state.stock[sheet.number] != nil && !isTaken)
    state.stock[sheet.number] = sheet
  }
}

extension MemoryDesk: CaseRepository {
  package func requestCount() -> Int { state.requests.count }

  package func request(_ id: String) -> DeskRequest? { state.requests.first { $0.id == id } }

  package func requests(number: String?) -> [DeskRequest] {
    state.requests.filter { number == nil || $0.number == number }
  }

  package func insert(_ request: DeskRequest) throws {
    try check(self.request(request.id) == nil)
    try checkOneOpen(request)
    state.requests.append(request)
  }

  package func update(_ request: DeskRequest) throws {
    try check(self.request(request.id) != nil)
    try checkOneOpen(request)
    state.requests = state.requests.map { $0.id == request.id ? request : $0 }
  }

  private func checkOneOpen(_ request: DeskRequest) throws {
    let isAnotherOpen = state.requests.contains {
      $0.id != request.id && $0.number == request.number && $0.state.isOpen
        && $0.subject.word == request.subject.word
    }
    try check(!request.state.isOpen || !isAnotherOpen)
  }

  package func holds(number: String?) -> [Hold] {
    state.holds.filter { number == nil || $0.number == number }
  }

  package func place(_ hold: Hold) throws {
    try check(!state.holds.contains { isSame($0, hold) && $0.isInForce })
    state.holds.append(hold)
  }

  package func lift(_ hold: Hold) throws {
    let index = state.holds.firstIndex { isSame($0, hold) && $0.isInForce }
    guard let index else { throw Conflict() }
    state.holds[index] = hold
  }

  private func isSame(_ hold: Hold, _ other: Hold) -> Bool {
    hold.number == other.number && hold.reason == other.reason
  }

  package func printPlace(number: String) -> Approval.PrintPlace? { state.places[number] }

  package func setPrintPlace(_ place: Approval.PrintPlace, number: String, by act: Act) {
    state.places[number] = place
  }

  package func allowsSelfPrinting(enterprise: String) -> Bool {
    state.switches[enterprise] ?? false
  }

  package func setSelfPrinting(_ isOpen: Bool, enterprise: String, by act: Act) {
    state.switches[enterprise] = isOpen
  }
}
