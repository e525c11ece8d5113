import Devices
import Diagnostics
import DisplayList
import EscpOutput
import Measures
import Support
import Testing

/// Drawings of lines: as dots they stand where they were set, and none of them is lost.
struct DrawingTests {
  private static func line(_ from: (Double, Double), _ to: (Double, Double)) -> PageItem {
    .path(
      .line(
        from: Point(x: .mm(from.0), y: .mm(from.1)), to: Point(x: .mm(to.0), y: .mm(to.1)),
        width: .mm(0.1)))
  }

  /// Every dot of a plan in millimetres, its middle.
  private static func dots(_ plan: JobPlan) -> [(x: Double, y: Double)] {
    plan.marks.flatMap { y, mark -> [(x: Double, y: Double)] in
      guard case .image(let columns) = mark.strike else { return [] }
      return (0..<columns.count).flatMap { column in
        (0..<24).filter { columns.isStruck(column: column, pin: $0) }.map { pin in
          (Double(mark.x + column * 2 + 1) * 25.4 / 360, Double(y + pin * 2 + 1) * 25.4 / 360)
        }
      }
    }
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `a hairline is never lost, and its middle is within a quarter of a dot`(
    _ device: String
  ) throws {
    let press = try PinPress(device)
    var dice = Dice(seed: 24)
    for _ in 0..<40 {
      let (x, y) = (
        Double.random(in: 20...180, using: &dice), Double.random(in: 20...250, using: &dice)
      )
      let calibration = Calibration(
        correction: Transform(
          xx: 1.002, yy: 0.998, dx: .mm(Double.random(in: -2...2, using: &dice)), dy: .mm(0.37)))
      let plan = try press.plan(
        [press.page([Self.line((x, y), (x, y + 10))])], calibration: calibration)
      let struck = Self.dots(plan)
      let wanted = calibration.correction.apply(Point(x: .mm(x), y: .mm(y + 5)))
      let middle = struck.map(\.x).reduce(0, +) / Double(struck.count)
      #expect(abs(middle - wanted.x.mm) < 0.04)
      #expect(
        abs(((struck.map(\.y).min() ?? 0) + (struck.map(\.y).max() ?? 0)) / 2 - wanted.y.mm) < 0.08)
    }
  }

  @Test func `lines that meet are one picture, those that do not stay apart`() throws {
    let press = try PinPress("generic-24pin-escp2")
    let ticks = (0...10).map { Self.line((40 + 0.9 * Double($0), 40), (40 + 0.9 * Double($0), 43)) }
    let scale = [Self.line((40, 40), (49, 40))] + ticks
    let apart = Self.line((80, 40), (80, 43))
    let plan = try press.plan([press.page(scale + [apart])])
    #expect(plan.passCount == 1, "3 mm are less than the pins reach")
    #expect(plan.images.count == 2)
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `a drawing keeps its passes off the lines of texts within it`(_ device: String) throws {
    let press = try PinPress(device)
    // A text whose cell begins with the drawing's first row, inside of it.
    let frame = Rect(x: .mm(40), y: .mm(40), width: .mm(30), height: .mm(20))
    for hundredth in 0..<40 {
      let top = 39.9 + Double(hundredth) / 100
      let text = try press.line("5", x: 50, y: top + 40 * 25.4 / 360)
      let plan = try press.plan([press.page([text, .path(.frame(frame, width: .mm(0.2)))])])
      #expect(plan.texts == ["5"])
      #expect(Self.dots(plan).count > 600, "the frame is whole")
    }
  }

  @Test func `forms that are shorter than their page have no marks below their end`() throws {
    let press = try PinPress("generic-24pin")
    let page = press.page([try press.line("LAST", x: 20, y: 296)])
    func plan(_ length: Length?) throws -> JobPlan {
      try Planner(profile: press.profile, rasterize: press.rasterize)
        .plan([page.calibrated(for: .none, content: .overlay)], formLength: length)
    }
    #expect(try plan(nil).formLength == .mm(297))
    #expect(try plan(.mm(297.5)).formLength == .mm(297.5))
    #expect(try plan(.mm(297.5)).sheets == plan(nil).sheets, "texts stay where they were set")
    let refusal = #expect(throws: Refusal.self) { try plan(.mm(295)) }
    #expect(refusal?.diagnostics.map(\.message.key) == ["escp.outside-height"])
    let tooShort = #expect(throws: Refusal.self) { try plan(.mm(40)) }
    #expect(tooShort?.diagnostics.first?.message.key == "escp.form-length")
  }
}
