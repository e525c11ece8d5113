import Certificates
import Devices
import DisplayList
import Forms
import Measures
import Support
import Testing
import Typesetting

/// The sheets that are read to see how far a printer is off (dotmatrix.md 4.2).
struct CalibrationSheetTests {
  private let sheet: CalibrationSheet

  init() throws {
    let site = try Site.load()
    let layout = try Site.document("calibration")
    sheet = CalibrationSheet(
      of: layout,
      context: FieldContext(
        kind: try #require(site.policies.kinds.first), day: layout.from, issuer: site.issuer,
        policies: site.policies), setBy: try Workshop.freshTypesetter())
  }

  private func lines(_ page: Page) -> [(from: Point, to: Point)] {
    page.items[.data].compactMap { item in
      guard case .path(let path) = item, path.steps.count == 2,
        case .move(let from) = path.steps[0], case .line(let to) = path.steps[1]
      else { return nil }
      return (from, to)
    }
  }

  @Test func `at each mark the tick that meets a millimetre line has the number of the tenths`()
    throws
  {
    let page = try #require(try sheet.vernier(named: "n", on: .front).pages.first)
    let lines = lines(page)
    for place in sheet.marks.places {
      let beside = lines.filter {
        $0.from.y == place.y && $0.to.y < place.y && $0.from.x == $0.to.x
          && ($0.from.x - place.x).units >= 0 && $0.from.x - place.x <= .mm(9)
      }
      .map(\.from.x).sorted()
      // The cross is the first tick.
      let ticks = [place.x] + beside
      #expect(ticks.map { ($0 - place.x).units } == (0...10).map { $0 * 32_400 })
      // A printer that is off by any number of tenths.
      for tenths in -15...15 {
        let cross = place.x + .mm(Double(tenths) / 10)
        let met = ticks.indices.filter { ((ticks[$0] - place.x + cross).units) % 36_000 == 0 }
        let whole = cross.units / 36_000
        #expect(met.first.map { whole * 10 + $0 } == Int((cross.mm * 10).rounded()))
      }
    }
  }

  @Test func `a back has an empty front, and every mark lies on the paper`() throws {
    let pages = try sheet.vernier(named: "n", on: .back).pages
    #expect(pages.map(\.side) == [.front, .back])
    #expect(pages[0].items(of: .data).isEmpty && pages[0].items(of: .form).isEmpty)
    for line in lines(pages[1]) {
      for point in [line.from, line.to] {
        #expect(point.x > .mm(5) && point.x < .mm(205) && point.y > .mm(5) && point.y < .mm(292))
      }
    }
  }

  @Test func `brackets stand at the corners of the form's frame, ticks as far as can be printed`()
    throws
  {
    let reach = Rect(x: .mm(4.23), y: .mm(4.23), width: .mm(201.54), height: .mm(288.54))
    let day = try #require(CalendarDate("2026-11-25"))
    for form in ["L", "C", "RCEP"] {
      let face = try Site.load().library.layout(form: form, day: day).front
      let frame = try #require(face.outline)
      let page = try #require(
        try sheet.overlay(named: "n", on: .front, over: frame, within: reach).pages.first)
      #expect(page.template.items[.form].isEmpty, "the form itself is never printed")
      let lines = lines(page)
      for corner in CalibrationMarks(corners: frame).places {
        #expect(lines.filter { $0.from == corner }.count == 2, "\(form)")
        let across = lines.filter {
          $0.from.x == $0.to.x && $0.from.y != corner.y
            && abs(($0.from.x - corner.x).mm) <= 3 && abs(($0.from.y - corner.y).mm) <= 9.01
        }
        let places = Set(across.map { Int((($0.from.x - corner.x).mm * 2).rounded()) })
        let printable = (-6...6).filter {
          let x = corner.x.mm + Double($0) / 2
          return x > reach.left.mm && x < reach.right.mm
        }
        #expect(printable.count > 10 && places == Set(printable), "\(form)")
      }
    }
  }
}
