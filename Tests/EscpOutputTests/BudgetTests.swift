import Certificates
import DisplayList
import EscpOutput
import Measures
import Support
import Testing

/// A printer takes about a thousand bytes a second, and every pass costs a third of one (dotmatrix.md §6.4).
struct BudgetTests {
  /// 31 lines of two or three texts, as a full certificate has them: 84 texts, 1 242 letters.
  private static func fullPage(_ press: PinPress) throws -> Page {
    let texts = (0..<84).map { index in
      let letters = String("STAINLESS-STEEL-BOLTS".prefix(index < 66 ? 15 : 14))
      return (letters, 20 + Double(index % 3) * 62, 30 + Double(index / 3) * 8.3)
    }
    let spread = try texts.enumerated().map { index, text in
      // Three more lines of their own: the last texts of every ninth line stand lower.
      let y = index % 27 == 26 ? text.2 + 4.1 : text.2
      return try press.line(text.0, x: text.1, y: y, perInch: 12)
    }
    return press.page(spread)
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `1 242 letters are at most 3 000 bytes and one pass a baseline`(_ name: String) throws {
    let press = try PinPress(name)
    let page = try Self.fullPage(press)
    #expect(page.inkCharacters == 1242)
    #expect(page.baselines == 31)
    let plan = try press.plan([page])
    let bytes = try PrintJob(plan).bytes
    print("\(name): \(bytes.count) bytes, \(plan.passCount) passes")
    #expect(bytes.count <= 3000)
    #expect(plan.passCount == 31)
    #expect(plan.images.isEmpty)
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `S2-131: no page of Costa Rica's form is more, with 样张 upon it`(_ name: String) throws {
    let press = try PinPress(name)
    for items in [1, 4, 20] {
      for page in try press.pages("L", items: items, as: .released(.original)) {
        let plan = try press.plan([page])
        #expect(try PrintJob(plan).bytes.count <= 3000)
        #expect(plan.passCount <= page.baselines)
      }
    }
  }

  @Test(arguments: ["generic-24pin", "generic-24pin-escp2"])
  func `with a signed code and 20 Chinese characters it is at most 12 000 bytes`(
    _ name: String
  ) throws {
    let press = try PinPress(name)
    var page = try Self.fullPage(press)
    // As large as a record with correction Q: 77 modules of three dots, half of them dark.
    var dice = Dice(seed: 77)
    let modules = (0..<(77 * 77)).map { _ in dice.once(in: 2) }
    let side = PlanUnit.length(77 * 3 * PlanUnit.perDot)
    let code = ModuleGrid(
      count: 77, modules: modules,
      frame: Rect(x: .mm(150), y: .mm(262), width: side, height: side), quietZone: 4, source: "",
      field: "number")
    page.items.append(.modules(code), to: .data)
    let chinese = try press.line("深圳市钢制螺栓棉质衬衫陶瓷餐具进出口有限", x: 20, y: 22)
    page.items.append(chinese, to: .data)
    let plan = try press.plan([page])
    let bytes = try PrintJob(plan).bytes
    let bands = plan.sheets[0].lines.filter(\.isOneWay).count
    print("\(name): \(bytes.count) bytes, \(plan.passCount) passes, \(bands) of them bands")
    #expect(bands == 10)
    #expect(bytes.count <= 12_000)
    #expect(plan.passCount <= page.baselines + bands)
  }
}

extension Page {
  private var texts: [TextItem] {
    Content.overlay.layers.flatMap { items(of: $0) }.compactMap { item in
      if case .text(let text) = item { text } else { nil }
    }
  }

  fileprivate var inkCharacters: Int {
    texts.reduce(0) { $0 + $1.source.filter { !$0.isWhitespace }.count }
  }

  fileprivate var baselines: Int { Set(texts.map(\.origin.y)).count }
}
