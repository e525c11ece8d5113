import EscpOutput
import Measures
import Support
import Testing

/// The paper of a stack ends where its forms end, whatever their length.
struct FeedTests {
  private static func job(_ dialect: Dialect, _ length: Length, forms: Int, before: Int = 0)
    -> JobPlan
  {
    let mark = PlanMark(x: 360, strike: .text("X", pitch: 36))
    let sheet = SheetPlan(lines: [PlanLine(y: 40, marks: [mark])])
    return JobPlan(
      dialect: dialect, formLength: length, formsBefore: before,
      sheets: Array(repeating: sheet, count: forms))
  }

  @Test(arguments: Dialect.allCases)
  func `a hundred forms drift by less than 1/360 inch`(_ dialect: Dialect) throws {
    let seed = Int.random(in: 0..<1_000_000)
    print("form lengths: seed \(seed)")
    var dice = Dice(seed: seed)
    let random = (0..<20).map { _ in
      Length(units: dice.number(Length.mm(50).units...Length.mm(558).units))
    }
    for length in [.mm(297), .mm(280), .mm(93.1), .inches(11), .inches(12)] + random {
      let reading = try PrintJob(Self.job(dialect, length, forms: 101)).reading
      for (index, sheet) in reading.sheets.enumerated() {
        let drift = Double(sheet.top) - length.dots(perInch: 360) * Double(index)
        #expect(drift.magnitude < 1, "seed \(seed), \(length), form \(index)")
      }
    }
  }

  @Test func `a stack goes on in the next job as in one`() throws {
    let length = Length.mm(297)
    let tops = (0...9).map { PageLength.top(ofForm: $0, length: length) }
    for before in 0..<9 {
      #expect(
        PageLength.units(ofForm: before, length: length) == tops[before + 1] - tops[before])
    }
    #expect(tops[9] == 37_885)
  }

  @Test(arguments: Dialect.allCases)
  func `a hundred jobs of one form drift no more than one of a hundred`(_ dialect: Dialect) throws {
    for length in [Length.mm(297), .mm(280), .mm(93.1), .mm(101.37)] {
      var fed = 0
      for before in 0..<100 {
        let sheet = try #require(
          try PrintJob(Self.job(dialect, length, forms: 1, before: before)).reading.sheets.first)
        let drift = Double(fed + sheet.top) - length.dots(perInch: 360) * Double(before)
        #expect(drift.magnitude < 1, "\(length), form \(before)")
        fed += sheet.end
      }
    }
  }

  @Test func `lengths as lines are never over, and most are exact`() {
    var short = 0
    for tenths in 500...5580 {
      let units = Int(Length.mm(Double(tenths) / 10).dots(perInch: 360))
      let lines = PageLength.lines(within: units)
      #expect((1...255).contains(lines.spacing) && (1...127).contains(lines.count))
      #expect(lines.units <= units && units - lines.units < 128)
      if lines.units != units { short += 1 }
    }
    #expect(short < 5081 / 2)
    #expect(PageLength.lines(within: 4209).units == 4209)
  }

  @Test func `a feed that a printer was not told is found`() throws {
    let plan = Self.job(.escp2, .mm(297), forms: 3)
    var bytes = try PrintJob(plan).bytes
    let at = try #require(bytes.firstIndex(of: 0x43))
    bytes[at + 3] += 2
    let error = #expect(throws: PrintJobError.self) { try PrintJob(plan, bytes: bytes) }
    #expect(error?.code == .drift)
  }
}
