import Devices
import Diagnostics
package import PrintDesk
import Store

/// Numbered paper from its receipt to its end (design §5).
package struct StockKeeping {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Counts a range in, and into the locked drawer; calibrations for the series have to be confirmed with
  /// these forms before they are relied upon.
  ///
  /// - Throws: ``Refusal`` for numbers that are in the register already.
  package func receive(_ range: StockRange, by person: Identification) async throws {
    try await step(person) { unit, act in
      try unit.stockroom.receive(range, by: act)
      try unit.stockroom.each(of: range) { try $0.stored(by: act) }
      try unit.calibrations.doubt(.newLot) { $0.series == range.series }
    }
  }

  /// Puts sheets from the drawer into a printer's tray.
  ///
  /// - Throws: ``Refusal`` for an unknown printer, for a tray whose profile has no numbered stock in it,
  ///   and for sheets that are not in the drawer.
  package func load(
    _ range: StockRange, into tray: Tray, by person: Identification
  ) async throws {
    let printer = try await PrinterCare(office).printer(tray.printer)
    let profile = try office.workshop.device(printer.profile)
    let place = try PrintingPlace(
      printer, profile: profile, tray: tray.name.isEmpty ? nil : tray.name)
    guard place.isNumbered else {
      throw Refusal(
        Diagnostic(at: .field("tray"), Wording.noStockTray(place.tray.name, profile.name)))
    }
    try await step(person) { unit, act in
      try unit.stockroom.each(of: range) { try $0.loaded(into: place.tray, by: act) }
    }
  }

  /// Takes sheets out of a tray, back into the drawer; also what was missing and is found.
  ///
  /// - Throws: ``Refusal`` for sheets that belong to an output or are spoiled.
  package func store(_ range: StockRange, by person: Identification) async throws {
    try await step(person) { unit, act in
      try unit.stockroom.each(of: range) { try $0.stored(by: act) }
    }
  }

  /// Sheets spoiled before anything was printed on them.
  ///
  /// - Throws: ``Refusal`` for sheets that belong to an output.
  package func spoil(
    _ range: StockRange, _ cause: SpoilCause, by person: Identification
  ) async throws {
    try await step(person) { unit, act in
      try unit.stockroom.each(of: range) { try $0.spoiled(cause, by: act) }
    }
  }

  /// Spoiled sheets destroyed before two people.
  ///
  /// - Throws: ``Refusal`` for sheets that are not spoiled, and when both are the same person.
  package func destroy(
    _ range: StockRange, by person: Identification, witness: Identification
  ) async throws {
    let witness = try await witness.confirmed(as: .operator, by: office.store).id
    try await step(person) { unit, act in
      try unit.stockroom.each(of: range) { try $0.destroyed(by: act, witness: witness) }
    }
  }

  /// Compares a count with the register: of the drawer, or of a tray.
  ///
  /// - Parameters:
  ///   - counted: the numbers that lie there.
  ///   - series: their series.
  ///   - tray: the tray; `nil` for the drawer.
  ///   - marksMissing: whether sheets that nobody counted are unaccounted from then on.
  ///   - person: who counted.
  /// - Returns: the differences.
  /// - Throws: ``Refusal`` for who is not enrolled.
  package func count(
    _ counted: [StockRange], series: String, tray: Tray?, marksMissing: Bool,
    by person: Identification
  ) async throws -> StockCount {
    let numbers = Set(counted.flatMap(\.numbers))
    return try await step(person) { unit, act in
      let count =
        if let tray {
          try unit.stockroom.count(series: series, tray: tray, numbers)
        } else {
          try unit.stockroom.count(series: series, drawer: numbers)
        }
      if marksMissing {
        for number in count.missing {
          try unit.stockroom.change(number) { try $0.missing(by: act) }
        }
      }
      return count
    }
  }

  /// All sheets of a series, or of every one.
  package func all(series: String? = nil) async throws -> [StockSheet] {
    try await office.store.read { try $0.stock.sheets(series: series) }
  }

  @discardableResult
  private func step<Value: Sendable>(
    _ person: Identification, _ body: @escaping @Sendable (UnitOfWork, Act) throws -> Value
  ) async throws -> Value {
    let person = try await person.confirmed(as: .operator, by: office.store)
    let act = Act(by: person.id, at: office.surroundings.now())
    return try await office.store.write { try body($0, act) }
  }
}
