/// Numbered stock whose changes the stream of events is told.
struct ToldStock: StockRepository {
  private let stock: any StockRepository
  private let events: any EventRepository

  /// Tells of the changes of numbered stock.
  init(_ stock: any StockRepository, _ events: any EventRepository) {
    self.stock = stock
    self.events = events
  }

  func sheet(_ number: StockNumber) throws -> StockSheet? { try stock.sheet(number) }
  func sheets(series: String?) throws -> [StockSheet] { try stock.sheets(series: series) }
  func top(of tray: Tray) throws -> StockSheet? { try stock.top(of: tray) }
  func loadedCount(of series: String, in tray: Tray) throws -> Int {
    try stock.loadedCount(of: series, in: tray)
  }
  func bound(in tray: Tray) throws -> [StockSheet] { try stock.bound(in: tray) }

  func insert(_ sheets: [StockSheet]) throws {
    try stock.insert(sheets)
    for sheet in sheets { try DeskChange(from: nil, to: sheet).map(events.append) }
  }

  func update(_ sheet: StockSheet) throws {
    let change = DeskChange(from: try stock.sheet(sheet.number), to: sheet)
    try stock.update(sheet)
    try change.map(events.append)
  }
}

extension StockRepository {
  /// The same numbered stock, whose changes a stream of events is told.
  package func telling(_ events: any EventRepository) -> any StockRepository {
    ToldStock(self, events)
  }
}
