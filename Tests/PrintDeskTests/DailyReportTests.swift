import Certificates
import Diagnostics
import Notation
import PrintDesk
import Testing

/// What the report of a day says of every output, sheet, pass and stock number.
@Suite struct DailyReportTests {
  private static let today = Runs.li.at - 3600..<Runs.li.at + 82_800
  private static let number = StockNumber(series: "L", text: "0001")

  private func report(
    _ runs: [PrintRun], _ stock: [StockSheet] = [], _ requests: [DeskRequest] = [],
    in moments: Range<Int> = today
  ) throws -> DailyReport {
    let day = try #require(moments == Self.today ? Runs.day : CalendarDate("2026-11-28"))
    return DailyReport(day: day, moments: moments, runs: runs, stock: stock, requests: requests)
  }

  private func bound() throws -> (run: PrintRun, stock: StockSheet) {
    let run = try Runs.planned(on: .numbered(series: "L")).binding(Self.number, to: 1)
    let loaded = try StockSheet(Self.number, received: Runs.li).stored(by: Runs.li)
      .loaded(into: Tray(printer: "p", name: ""), by: Runs.li)
    return (run, try loaded.bound(to: run.sheets[0].id, by: Runs.li))
  }

  @Test func `everything is in one final state or listed as open`() throws {
    var (run, stock) = try bound()
    var open = try report([run], [stock])
    #expect(open.unaccounted == 0)
    #expect(
      open.open.map(\.name) == ["O-00000012", "O-00000012/1", "O-00000012/1/1", "L 0001"])
    run = try run.sending(through: 1, Runs.clean())
    open = try report([run], [stock])
    #expect(open.open.map(\.state) == ["printing", "printed", "bound"] && open.unaccounted == 0)
    run = try run.good(1, .typed(Self.number.text), by: Runs.li)
    stock = try stock.following(run.sheets[0], by: Runs.li)
    let closed = try report([run], [stock])
    #expect(closed.open.isEmpty && closed.unaccounted == 0)
    #expect(closed.outputs == ["issued": 1] && closed.sheets == ["good": 1])
    #expect(closed.passes == ["clean": 1] && closed.stock == ["used": 1])
  }

  @Test func `numbered sheets that lie in drawer or tray wait for nobody`() throws {
    let tray = Tray(printer: "p", name: "")
    let stored = try StockSheet(Self.number, received: Runs.li).stored(by: Runs.li)
    for lying in [stored, try stored.loaded(into: tray, by: Runs.li)] {
      let report = try report([], [lying])
      #expect(report.open.map(\.name) == ["L 0001"] && report.waiting.isEmpty)
    }
    let spoiled = try stored.spoiled(.damaged, by: Runs.li)
    #expect(try report([], [spoiled]).waiting.map(\.state) == ["spoiled"])
  }

  @Test func `what sheet and stock say differently is unaccounted`() throws {
    let (run, stock) = try bound()
    let printed = try run.sending(through: 1, Runs.clean())
    let good = try printed.good(1, .typed(Self.number.text), by: Runs.li)
    #expect(try report([good], [stock]).unaccountedItems == ["O-00000012/1"])
    #expect(try report([printed], []).unaccountedItems == ["O-00000012/1"])
    #expect(try report([], [stock]).unaccountedItems == ["L 0001"])
    let missing = try StockSheet(Self.number, received: Runs.li).missing(by: Runs.li)
    let lost = try report([], [missing])
    #expect(lost.unaccountedItems == ["L 0001"] && lost.open.isEmpty)
  }

  @Test func `what was left open behind an ended output is unaccounted`() throws {
    let output = Runs.output(.original, .void)
    let left = PrintRun(
      output, sheets: try Runs.planned().sheets, passes: try Runs.planned().passes)
    #expect(try report([left]).unaccountedItems == ["O-00000012/1", "O-00000012/1/1"])
    let paperless = PrintRun(Runs.output(.original, .issued))
    #expect(try report([paperless]).unaccountedItems == ["O-00000012"])
    #expect(try report([PrintRun(Runs.output(.file, .issued))]).unaccounted == 0)
  }

  @Test func `a closed record is of its days, an open one of every day`() throws {
    let later = Runs.li.at + 172_800..<Runs.li.at + 259_200
    let printed = try Runs.planned().sending(through: 1, Runs.clean())
    let good = try printed.good(1, Runs.look, by: Runs.li)
    #expect(try report([printed], in: later).outputs == ["printing": 1])
    #expect(try report([good], in: later).outputs.isEmpty)
    let seen = try printed.good(1, Runs.look, by: Act(by: "li", at: later.lowerBound))
    #expect(try report([seen], in: later).outputs == ["issued": 1])
    let asked = DeskRequest(
      id: "R-1", number: "N", enterprise: "E", subject: .copy, note: "", asked: Runs.li)
    #expect(try report([], [], [asked], in: later).open.map(\.name) == ["R-1"])
    let done = try asked.rejected(by: Runs.li, remark: "否")
    #expect(try report([], [], [done], in: later).requests.isEmpty)
    #expect(try report([], [], [done]).requests == ["rejected": 1])
  }

  @Test func `the report says that identity is asserted`() throws {
    let json = try report([]).json
    #expect(json["identity"] == "asserted" && json["unaccounted"] == 0)
  }
}
