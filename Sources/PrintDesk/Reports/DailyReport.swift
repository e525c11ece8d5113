package import Certificates
package import Notation

/// What became of every output, sheet, pass and stock number of a day: a pure function of the records.
///
/// A record is of the day when something was done with it that day, and on every day while it is open.
/// Names in it are asserted: a PIN says who acted, nothing proves it.
package struct DailyReport: Hashable, Sendable {
  /// Something that is not at its end.
  package struct OpenItem: Hashable, Sendable {
    /// Its name, such as `O-00000012/1`.
    package let name: String
    /// The word of its state.
    package let state: String
  }

  /// The day.
  package let day: CalendarDate
  /// How many outputs are in each state, by its word.
  package let outputs: [String: Int]
  /// How many sheets are in each state.
  package let sheets: [String: Int]
  /// How many passes are in each state.
  package let passes: [String: Int]
  /// How many sheets of numbered stock are in each state.
  package let stock: [String: Int]
  /// How many requests are in each state.
  package let requests: [String: Int]
  /// What is not at its end, by name.
  package let open: [OpenItem]
  /// What is neither in exactly one final state nor open, by name; empty when all is accounted for.
  package let unaccountedItems: [String]

  /// What somebody has to do something about: numbered sheets that lie in drawer or tray need nothing.
  package var waiting: [OpenItem] {
    let lying = [StockSheet.State.received, .inDrawer, .loaded].map(\.rawValue)
    return open.filter { !lying.contains($0.state) }
  }

  /// How many things nobody can account for.
  package var unaccounted: Int { unaccountedItems.count }

  /// The report of a day.
  ///
  /// - Parameters:
  ///   - day: the day by the site's calendar.
  ///   - moments: its seconds since 1970.
  ///   - runs: all outputs with their sheets and passes.
  ///   - stock: all numbered stock.
  ///   - requests: all requests.
  package init(
    day: CalendarDate, moments: Range<Int>, runs: [PrintRun], stock: [StockSheet],
    requests: [DeskRequest]
  ) {
    let standing = Standing(runs: runs, stock: stock)
    let runs = runs.filter { Self.isOf(day, moments, $0, standing) }
    let stock = stock.filter { moments.contains($0.last.at) || !$0.state.isFinal }
    let requests = requests.filter { request in
      request.state.isOpen
        || [request.asked, request.decided].contains { $0.map { moments.contains($0.at) } ?? false }
    }
    self.day = day
    outputs = Self.counts(runs.map(\.output.state.rawValue))
    sheets = Self.counts(runs.flatMap(\.sheets).map(\.state.rawValue))
    passes = Self.counts(runs.flatMap(\.passes).map(\.state.rawValue))
    self.stock = Self.counts(stock.map(\.state.rawValue))
    self.requests = Self.counts(requests.map(\.state.rawValue))
    open =
      runs.flatMap(Standing.open)
      + stock.filter { !$0.state.isFinal && $0.state != .unaccounted }
      .map { OpenItem(name: $0.number.description, state: $0.state.rawValue) }
      + requests.filter(\.state.isOpen).map { OpenItem(name: $0.id, state: $0.state.rawValue) }
    unaccountedItems = (runs.flatMap(standing.faults) + stock.compactMap(standing.fault)).sorted()
  }

  private static func isOf(
    _ day: CalendarDate, _ moments: Range<Int>, _ run: PrintRun, _ standing: Standing
  ) -> Bool {
    if run.output.day == day || !Standing.open(run).isEmpty { return true }
    let acts = run.passes.compactMap(\.burn?.act) + run.sheets.compactMap(\.decided)
    return acts.contains { moments.contains($0.at) } || !standing.faults(run).isEmpty
  }

  private static func counts(_ states: [String]) -> [String: Int] {
    states.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The report as JSON, members sorted.
  package var json: JSONValue {
    func counts(_ counts: [String: Int]) -> JSONValue {
      .object(counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer($0.value)) })
    }
    return [
      "day": .text(day.description), "identity": "asserted",
      "open": .list(open.map { ["name": .text($0.name), "state": .text($0.state)] }),
      "outputs": counts(outputs), "passes": counts(passes), "requests": counts(requests),
      "sheets": counts(sheets), "stock": counts(stock), "unaccounted": .integer(unaccounted),
      "unaccountedItems": .list(unaccountedItems.map { .text($0) }),
    ]
  }
}
