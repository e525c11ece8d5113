package import Certificates
import Diagnostics
package import PrintDesk
import Store

/// What the desk has before it: its queue, one certificate's story, the day's account.
package struct DeskOverview {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Everything that waits: outputs to be printed or to be looked at, oldest first, and open requests.
  package func queue() async throws -> (runs: [PrintRun], requests: [DeskRequest]) {
    try await office.store.read { unit in
      let runs = try unit.desk.unfinished().filter { $0.output.kind != .file }
      return (runs, try unit.cases.requests(number: nil).filter(\.state.isOpen))
    }
  }

  /// What is known about the printing of a certificate, by its number or by one of its outputs.
  ///
  /// - Throws: ``Refusal`` when there is neither.
  package func known(_ name: String) async throws -> PrintCase {
    try await office.store.read { unit in
      try unit.knownCase(try unit.outputs.output(name)?.number ?? name)
    }
  }

  /// The changes of outputs, sheets, passes and stock behind a place of their stream, in order.
  package func events(after ordinal: Int, limit: Int) async throws -> [DeskEvent] {
    try await office.store.read { try $0.events.events(after: ordinal, limit: limit) }
  }

  /// The account of a day.
  ///
  /// - Parameters:
  ///   - day: the day by the site's calendar.
  ///   - moments: its seconds since 1970.
  /// - Returns: the account.
  /// - Throws: ``StoreError`` when the register cannot be read.
  package func report(day: CalendarDate, moments: Range<Int>) async throws -> DailyReport {
    try await office.store.read { unit in
      DailyReport(
        day: day, moments: moments, runs: try unit.desk.all(),
        stock: try unit.stock.sheets(series: nil), requests: try unit.cases.requests(number: nil))
    }
  }
}
