import Devices
import DisplayList
import EscpOutput
import Foundation
import Measures
import Testing

/// Which characters go out as bytes, and where the others stand.
struct ResidentTextTests {
  private static let name = "JOSÉ CAÑAS, COMPAÑÍA"

  @Test func `accents nobody has seen on paper are drawn`() throws {
    let press = try PinPress("generic-24pin")
    let plan = try press.plan([press.page([try press.line(Self.name, x: 50, y: 50)])])
    #expect(plan.texts == ["JOS", "CA", "AS, COMPA", "A"])
    #expect(plan.images.count == 3)
    #expect(plan.passCount == 1)
    let bytes = try PrintJob(plan).bytes
    #expect(!bytes.contains(0x74))
  }

  @Test func `accents seen on paper are bytes of PC850`() throws {
    let press = try PinPress("generic-24pin", verified: "ÉÍÑ")
    let plan = try press.plan([press.page([try press.line(Self.name, x: 50, y: 50)])])
    #expect(plan.texts == [Self.name])
    let bytes = try PrintJob(plan).bytes
    let text = Array(bytes.suffix(2 + Self.name.count).dropLast(2))
    #expect(text.filter { $0 >= 0x80 } == [0x90, 0xa5, 0xa5, 0xd6])
  }

  @Test func `what the code page does not have is drawn though it was seen`() throws {
    let press = try PinPress("generic-24pin", verified: "—中")
    let plan = try press.plan([press.page([try press.line("A—B中", x: 50, y: 50)])])
    #expect(plan.texts == ["A", "B"])
  }

  @Test(arguments: [10, 12, 15, 20])
  func `every character stands in its own cell`(_ perInch: Int) throws {
    let press = try PinPress("generic-24pin-escp2")
    let item = try press.line("AB中国C é Z", x: 50.8, y: 50, perInch: perInch)
    let marks = try press.plan([press.page([item])]).marks.map(\.mark)
    let cell = 360 / perInch
    func x(_ cells: Int) -> Int { 720 + cells * cell }
    #expect(marks.map { $0.strikesText } == [true, false, true, false, true])
    #expect(marks[0].x == x(0) && marks[2].x == x(6) && marks[4].x == x(10))
    #expect((x(2)...x(6)).contains(marks[1].x) && (x(2)...x(6)).contains(marks[1].end))
    #expect((x(8)...x(9)).contains(marks[3].x) && (x(8)...x(9)).contains(marks[3].end))
  }

  @Test func `drawn letters stand on the line of the resident ones and keep within the pins`()
    throws
  {
    let press = try PinPress("generic-24pin")
    for (text, bottom, height) in [
      ("É", 19...20, 17), ("Ñ", 19...20, 17), ("ç", 22...23, 12), ("国", 19...23, 17),
    ] {
      let item = try press.line(text, x: 50, y: 50)
      let image = try #require(try press.plan([press.page([item])]).images.first)
      let pins = (0..<24).filter { pin in
        (0..<image.count).contains { image.isStruck(column: $0, pin: pin) }
      }
      #expect(bottom.contains(try #require(pins.last)), "\(text)")
      #expect(try #require(pins.last) - #require(pins.first) + 1 >= height, "\(text)")
    }
  }

  @Test func `a glyph that reaches out of cell and pins is pressed together, not cut`() throws {
    let press = try PinPress("generic-24pin")
    let ink = Rect(x: .mm(-2.4), y: .mm(-5), width: .mm(4.4), height: .mm(6.5))
    var frames: [Rect] = []
    let planner = try Planner(profile: press.profile) { _, frame, columns, rows in
      frames.append(frame)
      return .drawn(ink, in: frame, columns, rows)
    }
    let page = press.page([try press.line("é", x: 50, y: 50)])
    let plan = try planner.plan([page.calibrated(for: .none, content: .overlay)])
    let half = PlanUnit.length(1)
    let core = ink.inset(left: half, top: half, right: half, bottom: half)
    #expect(try #require(frames.last).contains(core))
    let image = try #require(plan.images.first)
    // 2.4 mm fill the left half of the cell's 18 columns; 1.5 mm below the line fill its four pins.
    #expect((15...18).contains(image.count))
    #expect((8..<24).allSatisfy { image.isStruck(column: 7, pin: $0) })
  }

  @Test func `no character of a certificate is lost`() throws {
    let press = try PinPress("generic-24pin-escp2", verified: "ÉÑ")
    for page in try press.pages("L", items: 5) {
      let plan = try press.plan([page])
      let expected = page.items(of: .data).flatMap { item -> [Character] in
        guard case .text(let text) = item else { return [] }
        return text.source.filter { $0.isASCII && !$0.isWhitespace }
      }
      let printed = plan.texts.joined().filter { $0.isASCII && !$0.isWhitespace }
      #expect(expected.sorted() == printed.sorted())
    }
  }
}

extension PlanMark {
  fileprivate var strikesText: Bool { if case .text = strike { true } else { false } }
}

extension InkMask {
  /// A rectangle of ink as a frame of dots shows it.
  fileprivate static func drawn(
    _ ink: Rect, in frame: Rect, _ columns: Int, _ rows: Int
  ) -> InkMask {
    let (width, height) = (frame.width.mm / Double(columns), frame.height.mm / Double(rows))
    var coverage = Data()
    for row in 0..<rows {
      for column in 0..<columns {
        let x = frame.left.mm + (Double(column) + 0.5) * width
        let y = frame.top.mm + (Double(row) + 0.5) * height
        let isInked =
          (ink.left.mm...ink.right.mm).contains(x) && (ink.top.mm...ink.bottom.mm).contains(y)
        coverage.append(isInked ? 255 : 0)
      }
    }
    return InkMask(width: columns, height: rows, coverage: coverage)
  }
}
