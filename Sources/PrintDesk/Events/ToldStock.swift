/// Numbered stock whose changes the stream of events is told.
package struct ToldStock: StockRepository {
  private let stock: any StockRepository
  private let events: any EventRepository

  /// Tells of the changes of numbered stock.
  package init(_ stock: any StockRepository, _ events: any EventRepository) {
    self.stock = stock
    self.events = events
  }

  package func sheet(_ number: StockNumber) throws -> StockSheet? { try stock.sheet(number) }
  package func sheets(series: String?) throws -> [StockSheet] { try stock.sheets(series: series) }
  package func top(of tray: Tray) throws -> StockSheet? { try stock.top(of: tray) }
  package func loadedCount(of series: String, in tray: Tray) throws -> Int {
    try stock.loadedCount(of: series, in: tray)
  }
  package func bound(in tray: Tray) throws -> [StockSheet] { try stock.bound(in: tray) }

  package func insert(_ sheets: [StockSheet]) throws {
    try stock.insert(sheets)
    for sheet in sheets { try DeskChange(from: nil, to: sheet).map(events.append) }
  }

  package func update(_ sheet: StockSheet) throws {
    let change = DeskChange(from: try stock.sheet(sheet.number), to: sheet)
    try stock.update(sheet)
    try change.map(events.append)
  }
}
