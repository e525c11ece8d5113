import Diagnostics

/// What is done with numbered stock in one unit of work.
package struct StockLedger {
  private let stock: any StockRepository

  /// A ledger over the stock of one unit of work.
  package init(_ stock: any StockRepository) { self.stock = stock }

  /// Counts a range in.
  ///
  /// - Throws: ``Refusal`` naming a number that is in the register already: ranges never overlap.
  package func receive(_ range: StockRange, by act: Act) throws {
    for number in range.numbers where try stock.sheet(number) != nil {
      throw refusal(Wording.rangeOverlaps(number))
    }
    try stock.insert(range.numbers.map { StockSheet($0, received: act) })
  }

  /// The number the printer will take next from a tray, against what the operator typed from the top sheet.
  ///
  /// - Parameters:
  ///   - tray: the tray.
  ///   - typed: the number on the sheet that lies on top; `nil` when nobody looked.
  /// - Returns: the number.
  /// - Throws: ``Refusal`` for an empty tray, and when another sheet lies on top.
  package func next(of tray: Tray, typed: String? = nil) throws -> StockNumber {
    guard let next = try stock.top(of: tray)?.number else {
      throw refusal(Wording.trayEmpty(tray))
    }
    if let typed, typed != next.text { throw refusal(Wording.otherOnTop(next, typed)) }
    return next
  }

  /// Makes a step with every number of a range.
  ///
  /// - Throws: ``Refusal`` for a number that is not known or cannot make the step; then none made it.
  package func each(
    of range: StockRange, _ step: (StockSheet) throws -> StockSheet
  ) throws {
    for number in range.numbers { try change(number, step) }
  }

  /// Makes a step with one number.
  ///
  /// - Throws: ``Refusal`` for a number that is not known or cannot make the step.
  package func change(
    _ number: StockNumber, _ step: (StockSheet) throws -> StockSheet
  ) throws {
    guard let sheet = try stock.sheet(number) else {
      throw refusal(Wording.unknownStock(number))
    }
    try stock.update(try step(sheet))
  }

  /// Compares a count of the drawer with the register; nothing changes by it.
  package func count(series: String, drawer counted: Set<StockNumber>) throws -> StockCount {
    StockCount(counted: counted, among: try stock.sheets(series: series)) { sheet in
      sheet.state == .inDrawer || sheet.state == .received
    }
  }

  /// Compares a count of a tray with the register; nothing changes by it.
  package func count(
    series: String, tray: Tray, _ counted: Set<StockNumber>
  ) throws -> StockCount {
    StockCount(counted: counted, among: try stock.sheets(series: series)) { sheet in
      sheet.state == .loaded && sheet.tray == tray
    }
  }

  private func refusal(_ message: Message) -> Refusal {
    Refusal(Diagnostic(at: .field("stock"), message))
  }
}
