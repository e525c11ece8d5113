import Devices
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// One mark of each kind, as tests need them.
enum Marks {
  static let text = PageItem.text(
    TextItem(
      source: "30 箱",
      runs: [
        GlyphRun(
          face: FaceID("sans"),
          glyphs: [
            Glyph(id: 20, offset: .zero, cluster: 0),
            Glyph(id: 3, offset: Point(x: .mm(2), y: .zero), cluster: 2),
          ], range: 0..<3),
        GlyphRun(
          face: FaceID("cjk"),
          glyphs: [Glyph(id: 901, offset: Point(x: .mm(3), y: .zero), cluster: 3)],
          range: 3..<6),
      ], origin: Point(x: .mm(21.5), y: .mm(40)), width: .mm(6.2), size: .pt(9),
      field: "goods[0].packages", box: "7"))
  static let turned = PageItem.text(
    TextItem(
      source: "样张", runs: [], origin: Point(x: .mm(60), y: .mm(80)), width: .mm(30), size: .pt(46),
      ink: Ink(red: 227, green: 227, blue: 227), rotation: 28, fixedPitch: .inches(0.1)))
  static let frame = PageItem.path(
    .frame(
      Rect(x: .mm(20), y: .mm(16), width: .mm(94), height: .mm(33)), width: .mm(0.25), box: "1"))
  static let wave = PageItem.path(
    PathItem(
      steps: [
        .move(.zero),
        .curve(
          Point(x: .mm(1), y: .mm(2)), Point(x: .mm(3), y: .mm(2)), Point(x: .mm(4), y: .zero)),
        .close,
      ], stroke: PathItem.Stroke(width: .mm(0.1), dashes: [.mm(1), .mm(0.5)]),
      fill: Ink(red: 1, green: 2, blue: 3)))
  static let image = PageItem.image(
    ImageItem(
      picture: Picture(format: .png, width: 30, height: 20, bytes: Data([1, 2, 3])),
      frame: Rect(x: .mm(21), y: .mm(150), width: .mm(30), height: .mm(20)),
      field: "goods[0].marks", box: "6"))
  static let code = PageItem.modules(
    ModuleGrid(
      count: 2, modules: [true, false, true, true],
      frame: Rect(x: .mm(180), y: .mm(116), width: .mm(18), height: .mm(18)), quietZone: 4,
      source: "HTTPS://CHECK.EXAMPLE.ORG/", field: "number", box: "5"))

  static var layered: LayeredItems {
    var items = LayeredItems()
    items.append(wave, to: .background)
    items.append(turned, to: .note)
    items.append(frame, to: .form)
    items.append(text, to: .data)
    items.append(image, to: .data)
    items.append(code, to: .data)
    return items
  }

  static func template(_ items: LayeredItems = LayeredItems(), boxes: [String: Rect] = [:])
    -> PageTemplate
  {
    PageTemplate(size: .a4, items: items, boxes: boxes)
  }
}

@Suite struct LayeredItemsTests {
  @Test func everyKindOfMarkComesBackFromJSON() throws {
    let bytes = try JSONEncoder().encode(Marks.layered)
    #expect(try JSONDecoder().decode(LayeredItems.self, from: bytes) == Marks.layered)
  }

  @Test func layersAreKeptApartAndInOrder() {
    var items = LayeredItems()
    items.append(Marks.text, to: .data)
    items.append(Marks.image, to: .data)
    items.append(Marks.frame, to: .form)
    #expect(items[.data] == [Marks.text, Marks.image])
    #expect(items[.form] == [Marks.frame])
    #expect(items[.seal].isEmpty)
  }

  @Test func anEmptiedLayerIsAsIfNeverFilled() {
    var items = LayeredItems()
    items.append(Marks.text, to: .data)
    items[.data] = []
    #expect(items == LayeredItems())
  }

  @Test(arguments: [
    (Content.full, [Layer.background, .note, .form, .data, .seal]),
    (.overlay, [.note, .data, .seal]), (.blank, [.background, .note, .form]),
  ])
  func contentChoosesLayers(_ content: Content, _ layers: [Layer]) {
    #expect(content.layers == Set(layers))
  }

  @Test func statusWordsAreUnderTheTextAndInEveryContent() throws {
    let order = Layer.drawingOrder
    #expect(Set(order) == Set(Layer.allCases))
    let note = try #require(order.firstIndex(of: .note))
    #expect(try #require(order.firstIndex(of: .data)) > note)
    #expect(Content.allCases.allSatisfy { $0.layers.contains(.note) })
  }
}

@Suite struct PageTests {
  @Test func theHashChangesWithAnyMark() {
    let items = Marks.layered
    let hash = Marks.template(items).hash
    #expect(hash.count == 64)
    #expect(hash == Marks.template(items).hash)
    for layer in Layer.allCases {
      for index in items[layer].indices {
        var fewer = items
        fewer[layer].remove(at: index)
        #expect(Marks.template(fewer).hash != hash, "\(layer) \(index)")
      }
    }
  }

  @Test func theHashChangesWithTheSmallestShift() {
    let a = Marks.template(boxes: ["1": Rect(origin: .zero, size: .a4)])
    let b = Marks.template(boxes: [
      "1": Rect(x: .mm(0.001), y: .zero, width: .mm(210), height: .mm(297))
    ])
    let c = Marks.template(boxes: ["2": Rect(origin: .zero, size: .a4)])
    #expect(Set([a.hash, b.hash, c.hash, Marks.template().hash]).count == 4)
    let size = Size(width: .mm(209), height: .mm(297))
    #expect(
      PageTemplate(size: size, items: LayeredItems(), boxes: [:]).hash != Marks.template().hash)
  }

  @Test func aPageShowsItsTemplateFirst() {
    var common = LayeredItems()
    common.append(Marks.frame, to: .data)
    var own = LayeredItems()
    own.append(Marks.text, to: .data)
    let front = Rect(x: .zero, y: .zero, width: .mm(1), height: .mm(1))
    let page = Page(
      template: Marks.template(common, boxes: ["1": front]), items: own, side: .front, sheet: 1,
      boxes: ["attachment": front])
    #expect(page.items(of: .data) == [Marks.frame, Marks.text])
    #expect(page.frame(ofBox: "1") == front && page.frame(ofBox: "attachment") == front)
    #expect(page.frame(ofBox: "2") == nil)
  }

  @Test func sheetsAreCountedNotSides() {
    let pages = [(Page.Side.front, 1), (.back, 1), (.front, 2)].map { side, sheet in
      Page(template: Marks.template(), items: LayeredItems(), side: side, sheet: sheet)
    }
    #expect(Document(title: "C", language: "en", pages: pages).sheetCount == 2)
    #expect(Document(title: "C", language: "en", pages: []).sheetCount == 0)
  }

  @Test("A device page carries its calibration; only `calibrated(for:content:)` makes one")
  func devicePages() {
    let calibration = Calibration(correction: Transform(dx: .mm(1), dy: .mm(-0.5)))
    let page = Page(template: Marks.template(), items: Marks.layered, side: .front, sheet: 1)
    let sent = page.calibrated(for: calibration, content: .overlay)
    #expect(sent.calibration == calibration)
    #expect(sent.content == .overlay)
    #expect(sent.page.items == page.items, "the page's own coordinates stay as they are")
  }
}

@Suite struct TextDumpTests {
  @Test func aPageAsText() {
    let page = Page(template: Marks.template(), items: Marks.layered, side: .back, sheet: 2)
    #expect(
      TextDump.lines(of: page) == [
        "page back of sheet 2",
        "size 210mm 297mm",
        "background path stroke 0.1mm #000000 dashes [1mm, 0.5mm] fill #010203 "
          + "M0mm,0mm C1mm,2mm 3mm,2mm 4mm,0mm Z",
        "note text 60mm,80mm width 30mm size 16.228mm ink #e3e3e3 turn 28.0 \"样张\"",
        "form path stroke 0.25mm #000000 box=1 "
          + "M20mm,16mm L114mm,16mm L114mm,49mm L20mm,49mm Z",
        "data text 21.5mm,40mm width 6.2mm size 3.175mm \"30 箱\" field=goods[0].packages box=7 "
          + "sans:20,3 cjk:901",
        "data image png 30x20 [21mm 150mm 30mm 20mm] field=goods[0].marks box=6",
        "data modules 2 [180mm 116mm 18mm 18mm] \"HTTPS://CHECK.EXAMPLE.ORG/\" field=number box=5",
      ])
  }
}

@Suite struct ModuleGridTests {
  @Test(arguments: [
    ("....", [[], []] as [[Range<Int>]]), ("##..", [[0..<2], []]), ("#..#", [[0..<1], [1..<2]]),
  ])
  func smallGrids(_ text: String, _ runs: [[Range<Int>]]) {
    let grid = grid(text, count: 2)
    #expect((0..<2).map(grid.darkRuns) == runs)
  }

  @Test func neighboursAreJoined() {
    let row = "#.##.###.####.." + "#"
    let grid = grid(row + String(repeating: ".", count: 16 * 15), count: 16)
    #expect(grid.darkRuns(row: 0) == [0..<1, 2..<4, 5..<8, 9..<13, 15..<16])
    #expect(grid.darkRuns(row: 15).isEmpty)
  }

  @Test func everyDarkModuleIsInOneRun() {
    var dice = Dice(seed: 18004)
    let modules = (0..<400).map { _ in dice.once(in: 2) }
    let grid = ModuleGrid(
      count: 20, modules: modules, frame: Rect(origin: .zero, size: .a4), quietZone: 4, source: "")
    for row in 0..<20 {
      let dark = (0..<20).filter { modules[row * 20 + $0] }
      #expect(grid.darkRuns(row: row).flatMap { Array($0) } == dark, "\(modules)")
    }
  }

  private func grid(_ text: String, count: Int) -> ModuleGrid {
    ModuleGrid(
      count: count, modules: text.map { $0 == "#" }, frame: Rect(origin: .zero, size: .a4),
      quietZone: 4, source: "")
  }
}

@Suite struct InkTests {
  @Test(arguments: ["#000000", "#d8e6d2", "#ffffff", "#0a0b0c"])
  func hexComesBack(_ hex: String) {
    #expect(Ink(hex: hex)?.hex == hex)
  }

  @Test func upperCaseIsTheSameColour() {
    #expect(Ink(hex: "#D8E6D2") == Ink(hex: "#d8e6d2"))
  }

  @Test(arguments: [
    "", "#", "d8e6d2", "#d8e6d", "#d8e6d2f", "#d8e6dg", "red", "#+12345", "#-12345",
  ])
  func otherTextIsNoColour(_ text: String) {
    #expect(Ink(hex: text) == nil)
  }
}
