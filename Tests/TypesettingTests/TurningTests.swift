import Certificates
import Devices
import DisplayList
import Forms
import Measures
import Support
import Testing
import Typesetting

/// The test sheets and the piles of printers whose sheets a person turns (S2-130).
struct TurningTests {
  /// The test sheets as they are printed, two of them.
  private static let testSheets = Result {
    let site = try Site.load()
    let read = try Site.document("turning")
    let context = FieldContext(
      kind: try #require(site.policies.kinds.first), day: read.from, issuer: site.issuer,
      policies: site.policies)
    return try Workshop.freshTypesetter().plainSheets(of: read, count: 2, context: context)
  }

  /// A row of the table on side 2: letter at A, number of the back on sheet 1, line of the profile.
  private struct Row {
    let corner: String
    let back: String
    let line: String
  }

  private static func rows() throws -> [Row] {
    let back = try #require(try testSheets.get().pages.first { $0.side == .back })
    let texts = back.texts(.form)
    return texts.filter { $0.source.hasPrefix("turning: ") }.map { line in
      let beside = texts.filter { abs($0.origin.y.mm - line.origin.y.mm) < 2 && $0 != line }
        .sorted { $0.origin.x < $1.origin.x }.map(\.source)
      return Row(corner: beside.first ?? "", back: beside.last ?? "", line: line.source)
    }
  }

  /// Reads the line as a printer's profile would.
  private static func turning(_ line: String) throws -> Turning {
    let profile = """
      title: A printer
      languages: [pdf]
      media: [iso_a4_210x297mm]
      margins: {left: 4, top: 4, right: 4, bottom: 4}
      resolutions: [600]
      duplex: manual
      source: a test
      verified: true
      \(line)
      """
    return try #require(
      try DeviceProfile.read("test", from: Array(profile.utf8), file: "test.yaml").turning)
  }

  /// What a person finds at corner A of sheet 1, and which back that sheet has.
  private static func reading(_ output: [PaperSheet]) throws -> (corner: String, back: String) {
    let sheet = try #require(output.first { $0.marks.first?.page.sheet == 1 })
    let (front, back) = (sheet.marks[0], sheet.marks[1])
    // The corners lie as the letters on the sheets do: A and P top left, Q top right, and so on.
    let isUpright = front.top == back.top
    let isLeft = (front.face == back.face) == isUpright
    let corner = (isUpright ? 0 : 2) + (isLeft ? 0 : 1)
    return (["P", "Q", "R", "S"][corner], "BACK \(back.page.sheet)")
  }

  /// What the printed table says of a printer.
  private static func found(for model: PrinterModel) throws -> Turning {
    let pages = try testSheets.get().pages
    let output = model.print(
      pages.filter { $0.side == .front }, pages.filter { $0.side == .back }, .asIs)
    let (corner, back) = try reading(output)
    let fitting = try rows().filter { $0.corner == corner && $0.back == back }
    #expect(fitting.count == 1, "\(corner) \(back)")
    return try turning(try #require(fitting.first).line)
  }

  @Test func `the letters stand in the corners that the reading counts on`() throws {
    let pages = try Self.testSheets.get().pages
    for (page, letters) in zip(pages, ["ABCD", "PQRS"]) {
      let corners = page.texts(.form).filter { $0.size == .pt(40) }
      let sorted = corners.sorted {
        (($0.origin.y.mm / 100).rounded(), $0.origin.x) < (
          ($1.origin.y.mm / 100).rounded(), $1.origin.x
        )
      }
      #expect(sorted.map(\.source).joined() == letters)
      let places = sorted.map { ($0.origin.x < .mm(105), $0.origin.y < .mm(148)) }
      #expect(places.map(\.0) == [true, false, true, false])
      #expect(places.map(\.1) == [true, true, false, false])
    }
    let numbers = pages.flatMap { $0.texts() }.map(\.source).filter { $0.first?.isASCII == true }
    #expect(numbers == ["SHEET 1", "BACK 1", "SHEET 2", "BACK 2"])
  }

  @Test func `the table has one row for each outcome and every row is a turning`() throws {
    let rows = try Self.rows()
    #expect(Set(rows.map { $0.corner + $0.back }).count == 8 && rows.count == 8)
    #expect(Set(try rows.map { try Self.turning($0.line) }).count == 8)
  }

  /// Sheets whose pages have a mark at the top and, where `backs` says so, a back.
  private static func pages(backs: [Bool]) -> [Page] {
    backs.enumerated().flatMap { index, hasBack in
      let sides: [Page.Side] = hasBack ? [.front, .back] : [.front]
      return sides.map { side in
        var page = Page(
          template: PageTemplate(size: .a4, items: LayeredItems(), boxes: [:]),
          items: LayeredItems(), side: side, sheet: index + 1)
        let top = PathItem.line(
          from: Point(x: .mm(20), y: .mm(10)), to: Point(x: .mm(60), y: .mm(10)), width: .mm(1))
        page.items.append(.path(top), to: .form)
        return page
      }
    }
  }

  /// Whether a page's mark stands at the bottom of the paper.
  private static func isTurned(_ page: Page) -> Bool {
    guard case .path(let item)? = page.items(of: .form).first,
      case .move(let point)? = item.steps.first
    else { return false }
    return point.y > .mm(148)
  }

  @Test(arguments: 1...5)
  func `on every printer the plan of the test puts each back upright behind its own front`(
    count: Int
  ) throws {
    for model in PrinterModel.all {
      let turning = try Self.found(for: model)
      for pattern in 1..<(1 << count) {
        let backs = (0..<count).map { pattern & (1 << $0) != 0 }
        let plan = TurningPlan(Self.pages(backs: backs), turning: turning)
        let output = model.print(plan.fronts, plan.backs, turning.pile)
        for sheet in output {
          let (front, back) = (sheet.marks[0], sheet.marks[1])
          #expect(front.page.side == .front && back.page.side == .back)
          #expect(front.page.sheet == back.page.sheet, "\(model)")
          #expect(front.face != back.face, "\(model)")
          let isBlank = back.page.items(of: .form).isEmpty
          #expect(isBlank == !backs[front.page.sheet - 1], "\(model)")
          // Read like a book, a back has its top where its front has it.
          let top = Self.isTurned(back.page) ? 1 - back.top : back.top
          #expect(isBlank || top == front.top, "\(model)")
        }
      }
    }
  }

  @Test func `a turning that belongs to another printer goes wrong`() throws {
    let model = PrinterModel.all[0]
    let right = try Self.found(for: model)
    let wrong = Turning(
      pile: right.pile, order: right.order == .same ? .reversed : .same, rotation: right.rotation)
    let plan = TurningPlan(Self.pages(backs: [true, true]), turning: wrong)
    let output = model.print(plan.fronts, plan.backs, wrong.pile)
    #expect(output.contains { $0.marks[0].page.sheet != $0.marks[1].page.sheet })
  }

  @Test func `continuation sheets and attachments keep their place in the piles`() throws {
    let turning = Turning(pile: .asIs, order: .reversed, rotation: .half)
    let long = String(repeating: "A VERY LONG DESCRIPTION OF THE MARKS ON THESE GOODS\n", count: 30)
    let document = try Workshop.document("RCEP", items: 20) { $0.goods[0].marks = long }
    let plan = TurningPlan(document.pages, turning: turning)
    #expect(document.pages.last?.side == .front, "the attachment has no back")
    #expect(plan.fronts.map(\.sheet) == Array(1...document.sheetCount))
    #expect(plan.backs.map(\.sheet) == (1...document.sheetCount).reversed())
    #expect(plan.backs.first?.items(of: .form).isEmpty == true)
    let second = try #require(plan.backs.last)
    let own = try #require(document.pages.first { $0.side == .back })
    #expect(TextDump.lines(of: second) == TextDump.lines(of: own.turned))
  }

  @Test func `a document without backs has no second pile`() throws {
    let turning = Turning(pile: .asIs, order: .same, rotation: .none)
    let plan = TurningPlan(try Workshop.document("C", items: 3).pages, turning: turning)
    #expect(plan.fronts.count == 1 && plan.backs.isEmpty)
  }
}
