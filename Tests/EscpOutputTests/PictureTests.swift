import DisplayList
import EscpOutput
import Foundation
import Measures
import Testing

/// The picture shows what the bytes say, where they say it.
struct PictureTests {
  private static func mask(
    _ press: PinPress, _ marks: [PlanMark], y: Int
  ) throws -> InkMask {
    let sheet = SheetPlan(lines: [PlanLine(y: y, marks: marks)])
    let job = try PrintJob(JobPlan(dialect: .escp2, formLength: Size.a4.height, sheets: [sheet]))
    return try press.picture.mask(of: job.reading.sheets[0])
  }

  /// Left, top, right and bottom of what is at least half covered, in 1/360 inch.
  private static func ink(_ mask: InkMask) throws -> [Int] {
    let places = mask.coverage.indices.filter { mask.coverage[$0] >= 128 }
    let columns = places.map { $0 % mask.width }
    let rows = places.map { $0 / mask.width }
    return [
      try #require(columns.min()), try #require(rows.min()), try #require(columns.max()),
      try #require(rows.max()),
    ]
  }

  @Test func `a dot is struck in the middle of its square`() throws {
    let press = try PinPress("generic-24pin-escp2")
    let columns = DotColumns(bytes: [0, 0, 0, 0x80, 0, 1])
    let mask = try Self.mask(press, [PlanMark(x: 720, strike: .image(columns))], y: 360)
    // The second of two columns, first and last pin.
    #expect(try Self.ink(mask) == [722, 360, 723, 407])
    #expect(mask.coverage.count { $0 >= 128 } == 8)
  }

  @Test(arguments: [36, 30, 24, 21, 18])
  func `resident text fills its cells and stands on its line`(_ pitch: Int) throws {
    let press = try PinPress("generic-24pin-escp2")
    let mask = try Self.mask(press, [PlanMark(x: 720, strike: .text("HHHH", pitch: pitch))], y: 360)
    let ink = try Self.ink(mask)
    #expect((720...(720 + pitch / 3)).contains(ink[0]))
    #expect(((720 + 4 * pitch - pitch / 3)...(720 + 4 * pitch)).contains(ink[2]))
    #expect((360...378).contains(ink[1]))
    #expect((398...401).contains(ink[3]))
  }

  @Test func `the form lies under what was struck`() throws {
    let press = try PinPress("generic-24pin")
    let pages = try press.pages("L")
    let job = try PrintJob(try press.plan(pages))
    let page = try press.picture.page(job.reading.sheets[0], on: pages[0])
    #expect(page.template === pages[0].template)
    guard case .mask(let struck)? = page.items[.data].first else {
      Issue.record("nothing was struck")
      return
    }
    #expect(page.items[.data].count == 1 && page.items[.note].isEmpty)
    #expect(struck.frame.size == pages[0].size)
    #expect(struck.mask.coverage.contains(255))
  }
}
