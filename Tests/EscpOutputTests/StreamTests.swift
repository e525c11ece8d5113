import Devices
import DisplayList
import EscpOutput
import Measures
import Testing

/// What every stream keeps to, whatever it prints (dotmatrix.md §6.2, §6.5).
struct StreamTests {
  private static let profiles = ["generic-24pin", "generic-24pin-escp2"]

  private static func bytes(_ press: PinPress, _ form: String = "L") throws -> [UInt8] {
    try PrintJob(try press.plan(try press.pages(form))).bytes
  }

  @Test(arguments: profiles)
  func `Chinese mode is left before any byte that it could take`(_ name: String) throws {
    for chinese in [true, nil] {
      let bytes = try Self.bytes(try PinPress(name, chinese: chinese))
      #expect(bytes.starts(with: [0x1b, 0x40, 0x1c, 0x2e]))
    }
    let plain = try Self.bytes(try PinPress(name, chinese: false))
    #expect(plain.starts(with: [0x1b, 0x40, 0x1b]))
  }

  @Test(arguments: profiles)
  func `every form ends with its one form feed, the last bytes of the job`(_ name: String) throws {
    let press = try PinPress(name)
    let pages = try press.pages("L", items: 20)
    #expect(pages.count > 1)
    let job = try PrintJob(try press.plan(pages))
    #expect(job.bytes.suffix(2) == [0x0d, 0x0c])
    #expect(job.reading.sheets.count == pages.count)
  }

  @Test(arguments: profiles)
  func `a carbon set is struck twice`(_ name: String) throws {
    for (copies, isTwice) in [(0, false), (1, true), (3, true)] {
      let press = try PinPress(name, copies: copies)
      #expect(try PrintJob(try press.plan(try press.pages("L"))).reading.isDoubleStrike == isTwice)
    }
  }

  @Test func `an unknown printer gets the commands that all of them know`() throws {
    let press = try PinPress("generic-24pin")
    let plan = try press.plan(try press.pages("L"))
    #expect(plan.dialect == .classic)
    #expect(try PinPress("generic-24pin-escp2").plan(try press.pages("L")).dialect == .escp2)
    let bytes = try PrintJob(plan).bytes
    #expect(!bytes.indices.dropLast().contains { bytes[$0] == 0x1b && bytes[$0 + 1] == 0x28 })
  }

  @Test func `marks are moved by the calibration, once`() throws {
    let press = try PinPress("generic-24pin-escp2")
    let page = press.page([try press.line("A", x: 50, y: 50)])
    let moved = Transform(dx: PlanUnit.length(14), dy: -PlanUnit.length(28))
    let plain = try #require(try press.plan([page]).marks.first)
    let mark = try #require(
      try press.plan([page], calibration: .init(correction: moved)).marks.first)
    #expect(mark.mark.x - plain.mark.x == 14)
    #expect(mark.y - plain.y == -28)
  }

  @Test func `bands that must join are struck one way, all else both ways`() throws {
    let press = try PinPress("generic-24pin")
    let plan = try press.plan(try press.pages("C"))
    let bands = plan.sheets[0].lines.filter(\.isOneWay)
    #expect(bands.count >= 5)
    for (upper, lower) in zip(bands, bands.dropFirst()) { #expect(lower.y - upper.y == 48) }
    let letters = plan.sheets[0].lines.filter { !$0.isOneWay }
    #expect(letters.count > bands.count)
  }
}
