import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers
import Store
import Support

/// Somebody who works at the desk at the same time as others, with a program of their own.
struct DeskPerson: Sendable {
  private let store: any RegisterStore
  private let log: LogFolder
  private let clock: TestClock
  private let keys: SiteKeys
  private let dice: SeededBytes
  private let person: Identification

  /// A person at a desk; over a register on disk with a connection of their own.
  init(_ desk: PrintingDesk, _ person: Identification, seed: Int) throws {
    let path = desk.place.scratch.path("register.sqlite")
    store = desk.place.store is SQLiteStore ? try SQLiteStore(path: path) : desk.place.store
    log = desk.place.log
    clock = desk.place.clock
    keys = desk.place.keys.basic
    dice = SeededBytes(seed: seed)
    self.person = person
  }

  private var office: OfficeContext {
    OfficeContext(
      store: store, log: log, workshop: TestWorkshop(),
      surroundings: Surroundings(
        now: { [clock] in clock.now() }, today: { [clock] in clock.today() },
        random: { [dice] in dice.next($0) }),
      engine: "1.0.0")
  }

  /// Prints what is left of an output.
  ///
  /// - Returns: the run, or the messages of the refusal.
  func print(_ id: String) async throws -> Result<PrintRun, Refusal> {
    try await refusal {
      try await Printing(office, keys: keys) { printer in
        Printer(try PrinterAddress(parsing: printer.address), seconds: 30)
      }
      .print(Printing.Request(output: id, printer: PrintingDesk.printer, person: person))
    }
  }

  /// Finds the first sheet good.
  func confirm(_ output: Output) async throws -> Result<PrintRun, Refusal> {
    try await refusal {
      try await SheetDecisions(office).good(
        1, of: output.id, .typed(String(output.serial.suffix(4))), by: person)
    }
  }

  /// Finds the first sheet jammed.
  func spoil(_ output: Output) async throws -> Result<PrintRun, Refusal> {
    try await refusal {
      try await SheetDecisions(office).failed(1, of: output.id, .jam, by: person).void
    }
  }

  private func refusal<Value>(
    _ work: () async throws -> Value
  ) async throws -> Result<Value, Refusal> {
    do { return .success(try await work()) } catch let error as Refusal { return .failure(error) }
  }
}
