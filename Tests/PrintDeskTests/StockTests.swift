import Diagnostics
import PrintDesk
import Testing

/// Numbered stock from receipt to destruction (B.2, design §5).
@Suite struct StockTests {
  private static let number = StockNumber(series: "L", text: "CR0001")
  private static let tray = Tray(printer: "counter", name: "tray-2")

  private func loaded() throws -> StockSheet {
    try StockSheet(Self.number, received: Runs.li).stored(by: Runs.li)
      .loaded(into: Self.tray, by: Runs.li)
  }

  @Test func `a range is every number of one shape`() throws {
    let range = try StockRange(series: "L", first: "CR0099", last: "CR0101")
    #expect(range.numbers.map(\.text) == ["CR0099", "CR0100", "CR0101"] && range.count == 3)
    for (first, last, key) in [
      ("CR01", "CR002", "stock.no-range"), ("A01", "B02", "stock.no-range"),
      ("CR", "CR", "stock.no-range"), ("02", "01", "stock.range-backwards"),
      ("00001", "99999", "stock.range-too-long"),
      ("1234567890123456", "1234567890123457", "stock.no-range"),
    ] {
      #expect(refusalKey { try StockRange(series: "L", first: first, last: last) } == key)
    }
  }

  @Test func `a sheet goes from drawer to tray to output to its end`() throws {
    var run = try Runs.planned(on: .numbered(series: "L")).binding(Self.number, to: 1)
    var stock = try loaded().bound(to: run.sheets[0].id, by: Runs.li)
    #expect(try stock.following(run.sheets[0], by: Runs.li).state == .bound)
    run = try run.sending(through: 1, Runs.clean())
    let good = try run.good(1, .typed(Self.number.text), by: Runs.li)
    stock = try stock.following(good.sheets[0], by: Runs.li)
    #expect(stock.state == .used && stock.tray == Self.tray)
    let void = try good.printedAnew(because: .reset, by: Runs.li, with: Runs.successor()).void
    stock = try stock.following(void.sheets[0], by: Runs.li)
    #expect(stock.state == .spoiled && stock.cause == .reset)
    #expect(refusalKey { try stock.destroyed(by: Runs.li, witness: "li") } == "desk.same-person")
    stock = try stock.destroyed(by: Runs.li, witness: "wang")
    #expect(stock.state == .destroyed && stock.witness == "wang" && stock.state.isFinal)
    #expect(try stock.following(void.sheets[0], by: Runs.li) == stock)
  }

  @Test func `a lost sheet's number is lost, an unused one's is free again`() throws {
    let run = try Runs.planned(on: .numbered(series: "L")).binding(Self.number, to: 1)
    let stock = try loaded().bound(to: run.sheets[0].id, by: Runs.li)
    let lost = try run.sending(through: 1, Evidence.none)
      .replacing(1, .lost(witness: "wang"), by: Runs.li, with: Runs.successor()).void
    let gone = try stock.following(lost.sheets[0], by: Runs.li)
    #expect(gone.state == .lost && gone.witness == "wang")
    #expect(try gone.spoiled(.damaged, by: Runs.li).state == .spoiled, "found again")
    let unused = try run.withdrawn(by: Runs.li)
    #expect(try stock.following(unused.sheets[0], by: Runs.li).state == .loaded)
  }

  @Test func `no step is made from a state that has none`() throws {
    let received = StockSheet(Self.number, received: Runs.li)
    let spoiled = try received.spoiled(.damaged, by: Runs.li)
    for body in [
      { try received.loaded(into: Self.tray, by: Runs.li) },
      { try received.bound(to: "x", by: Runs.li) }, { try spoiled.stored(by: Runs.li) },
      { try self.loaded().bound(to: "x", by: Runs.li).missing(by: Runs.li) },
      { try received.destroyed(by: Runs.li, witness: "wang") },
      { try received.lost(by: Runs.li, witness: "wang") },
    ] as [() throws -> StockSheet] {
      #expect(refusalKey(body) == "stock.state")
    }
    let missing = try received.missing(by: Runs.li)
    #expect(missing.state == .unaccounted && !missing.state.isFinal)
    #expect(try missing.stored(by: Runs.li).state == .inDrawer)
    #expect(try missing.lost(by: Runs.li, witness: "wang").state == .lost)
  }

  @Test func `a count says what is missing, misplaced and unknown`() throws {
    let numbers = try StockRange(series: "L", first: "01", last: "04").numbers
    var sheets = numbers.map { StockSheet($0, received: Runs.li) }
    sheets[2] = try sheets[2].stored(by: Runs.li).loaded(into: Self.tray, by: Runs.li)
    let stranger = StockNumber(series: "L", text: "99")
    let count = StockCount(counted: [numbers[0], numbers[2], stranger], among: sheets) {
      $0.state == .received
    }
    #expect(count.missing == [numbers[1], numbers[3]] && count.unknown == [stranger])
    #expect(count.misplaced == [sheets[2]] && !count.agrees)
  }
}
