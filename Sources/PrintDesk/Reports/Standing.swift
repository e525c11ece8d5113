/// Whether records agree with one another: each thing is final, open, or nobody can account for it.
struct Standing {
  private let stock: [StockNumber: StockSheet]
  private let sheets: [String: Sheet]

  init(runs: [PrintRun], stock: [StockSheet]) {
    self.stock = Dictionary(stock.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
    sheets = Dictionary(
      runs.flatMap(\.sheets).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// What of a run waits for somebody.
  static func open(_ run: PrintRun) -> [DailyReport.OpenItem] {
    guard run.output.state != .void && run.output.state != .issued else { return [] }
    let passes = run.passes.filter { pass in
      pass.state == .planned || pass.state.isUnderWay && !pass.isReported
    }
    return [.init(name: run.output.id, state: run.output.state.rawValue)]
      + run.sheets.filter { !$0.state.isDecided }
      .map { .init(name: $0.id, state: $0.state.rawValue) }
      + passes.map { .init(name: $0.id, state: $0.state.rawValue) }
  }

  /// What of a run nobody can account for.
  func faults(_ run: PrintRun) -> [String] {
    let isEnded = run.output.state == .void || run.output.state == .issued
    let sheets = run.sheets.filter { isEnded && !$0.state.isDecided || !agrees($0) }
    let passes = run.passes.filter { pass in
      isEnded && (pass.state == .planned || pass.state.isUnderWay && !pass.isReported)
    }
    let isWhole = run.output.state != .issued || isIssued(run)
    return (isWhole ? [] : [run.output.id]) + sheets.map(\.id) + passes.map(\.id)
  }

  /// What is issued is a file, or paper of which every sheet is good.
  private func isIssued(_ run: PrintRun) -> Bool {
    run.output.kind == .file
      || !run.sheets.isEmpty && run.sheets.allSatisfy { $0.state == .good }
  }

  /// A stock number that nobody can account for; `nil` for one that is final or open.
  func fault(_ sheet: StockSheet) -> String? {
    let isAccounted =
      switch sheet.state {
      case .unaccounted: false
      case .bound, .used: sheets[sheet.sheet ?? ""]?.stock == sheet.number
      case .received, .inDrawer, .loaded: sheet.sheet == nil
      case .spoiled, .destroyed, .lost: true
      }
    return isAccounted ? nil : sheet.number.description
  }

  /// Whether sheet and stock say the same.
  private func agrees(_ sheet: Sheet) -> Bool {
    guard let number = sheet.stock else {
      return sheet.paper == .blank || sheet.state == .expected || sheet.state == .unused
    }
    guard let stock = stock[number], stock.sheet == sheet.id else { return false }
    return switch sheet.state {
    case .bound, .printed: stock.state == .bound
    case .good: stock.state == .used
    case .spoiled:
      stock.state == .spoiled || stock.state == .destroyed || stock.state == .unaccounted
    case .lost: [.lost, .spoiled, .destroyed].contains(stock.state)
    case .expected, .unused: false
    }
  }
}
