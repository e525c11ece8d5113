import CairoOutput
import Devices
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// What independent readers find in our PDF files.
struct PDFTests {
  let fonts = TestFonts()
  let scratch: Scratch
  var samples: SamplePages { SamplePages(fonts: fonts) }

  init() throws { scratch = try Scratch() }

  private func pdf(_ document: Document, content: Content = .full) throws -> String {
    let renderer = PDFRenderer(open: fonts.opener)
    return try scratch.write(try renderer.pdf(document, content: content), "page.pdf")
  }

  private func check(_ path: String) throws {
    let result = try Program.run("qpdf", ["--check", path])
    #expect(result.status == 0, "\(result.text)\(result.errorText)")
    #expect(result.text.contains("No syntax or stream encoding errors"))
  }

  @Test func `every text comes back as it was written, in order`() throws {
    let texts = [
      "SHANGHAI LONG MARCH IMP. & EXP. CO., LTD.", "出口商名称：上海长征进出口有限公司 Room 1204",
      "\"Quoted\" (brackets) \\ back-slash 100% 20'GP #1 — dash", "李𠮷𡵅 ext. B: 𪚥",
      "Señor Müller, Český Krumlov, Ålesund",
    ]
    let path = try pdf(samples.document([samples.page(texts: texts)]))
    try check(path)
    let found = try Program.run("pdftotext", ["-layout", path, "-"]).text
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(found.filter { !$0.isEmpty && $0 != "\u{c}" } == texts)
  }

  @Test func `template and own marks come in reading order`() throws {
    let page = samples.certificate(samples.template(), number: 7)
    let path = try pdf(samples.document([page, page]))
    try check(path)
    let text = try Program.run("pdftotext", ["-raw", path, "-"]).text
    for item in Layer.drawingOrder.flatMap({ page.items(of: $0) }) {
      if case .text(let item) = item, item.rotation == 0 {
        #expect(text.contains(item.source), "\(item.source)")
      }
    }
    #expect(text.contains("非有效证书"))
  }

  @Test func `spaces between and after runs are kept`() throws {
    var item = fonts.text("FOUR HUNDRED (400) CARTONS ONLY ", x: 20, y: 40)
    let glyphs = item.runs[0].glyphs
    // The space before "CARTONS" and the last one have no glyph: as where a line was broken.
    item.runs = [
      GlyphRun(face: TestFonts.sans, glyphs: Array(glyphs[0..<18]), range: 0..<18),
      GlyphRun(face: TestFonts.sans, glyphs: Array(glyphs[19..<31]), range: 19..<31),
    ]
    let path = try pdf(samples.document([samples.page([.text(item)])]))
    let text = try Program.run("pdftotext", ["-raw", path, "-"]).text
    #expect(text.contains("FOUR HUNDRED (400) CARTONS ONLY"))
  }

  @Test func `wide fixed pitch does not tear words apart`() throws {
    let item = fonts.text(
      "CHINA COUNCIL 400 CTNS", x: 20, y: 40, size: 8, pitch: .inches(0.1))
    let path = try pdf(samples.document([samples.page([.text(item)])]))
    let text = try Program.run("pdftotext", ["-raw", path, "-"]).text
    #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == "CHINA COUNCIL 400 CTNS")
  }

  @Test func `turned text comes back`() throws {
    let items: [PageItem] = [30, 90, 180, 270].enumerated().map { row, angle in
      .text(
        fonts.text(
          angle == 30 ? "非有效证书" : "TURNED\(row)非有效", x: 100, y: 60 + 50 * Double(row), size: 12,
          rotation: Double(angle)))
    }
    let path = try pdf(samples.document([samples.page(items)]))
    let text = try Program.run("pdftotext", ["-raw", path, "-"]).text
    #expect(text.contains("非有效证书"))
    for row in 1..<4 { #expect(text.contains("TURNED\(row)非有效")) }
  }

  @Test func `words stand where the page puts them`() throws {
    let page = samples.page([
      .text(fonts.text("EXPORTER", x: 20, y: 30, size: 10)),
      .text(fonts.text("TOTAL", x: 151.3, y: 250.7, size: 7)),
    ])
    let path = try pdf(samples.document([page]))
    let text = try Program.run("pdftotext", ["-bbox-layout", path, "-"]).text
    for case .text(let item) in page.items(of: .data) {
      let box = try #require(BoundingBox(of: item.source, in: text))
      #expect(abs(box.xMin - item.origin.x.pt) < 0.28)
      #expect(abs(box.xMax - (item.origin.x + item.width).pt) < 0.28)
      #expect(box.yMin < item.origin.y.pt && box.yMax >= item.origin.y.pt)
    }
  }

  @Test func `a printer's correction moves words, codes and pictures alike, and is there once`()
    throws
  {
    var page = samples.certificate(samples.template(curves: 0), number: 7)
    page.items.append(.image(try Pictures.seal(at: 140, 180)), to: .seal)
    let map = Transform(xx: 1.002, xy: 0.001, yx: -0.002, yy: 0.998, dx: .mm(2.5), dy: .mm(-1.5))
    let renderer = PDFRenderer(open: fonts.opener)
    func drawn(_ calibration: Calibration, _ name: String) throws -> GrayMap {
      let sent = page.calibrated(for: calibration, content: .full)
      let path = try scratch.write(
        try renderer.pdf([sent], title: "C", language: "en"), "\(name).pdf")
      try check(path)
      _ = try Program.run(
        "pdftoppm", ["-gray", "-r", "200", "-singlefile", path, scratch.path(name)])
      return try #require(GrayMap(pgm: try scratch.read("\(name).pgm")))
    }
    let plain = try drawn(.none, "plain")
    let moved = try drawn(Calibration(correction: map), "moved")
    // The page's own layout again, from the raster back end, which has a proof of its own.
    let raster = PWGRenderer(open: fonts.opener)
    let bytes = try raster.data(
      [page.calibrated(for: Calibration(correction: map), content: .full)],
      options: PWGOptions(resolution: 200, mode: .gray, sides: .oneSided))
    let same = try #require(try RasterPage.read(bytes).first).grayMap
    #expect(moved.difference(to: same).mean < 6)
    #expect(moved.difference(to: plain).mean > moved.difference(to: same).mean * 2)
  }

  @Test func `without a correction the bytes are those of the released document`() throws {
    let page = samples.certificate(samples.template(), number: 7)
    let renderer = PDFRenderer(open: fonts.opener)
    let document = samples.document([page])
    let sent = [page.calibrated(for: .none, content: .full)]
    #expect(
      try renderer.pdf(sent, title: document.title, language: document.language)
        == renderer.pdf(document, content: .full))
  }

  @Test func `all fonts are embedded subsets and none is Type 3`() throws {
    let page = samples.certificate(samples.template(), number: 3)
    let path = try pdf(samples.document([page]))
    let lines = try Program.run("pdffonts", [path]).text.split(separator: "\n").dropFirst(2)
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.contains(" yes yes yes "), "\(line)")
      #expect(!line.contains("Type 3"))
    }
  }

  @Test func `the file says what it is`() throws {
    let page = samples.page(texts: ["A"])
    let renderer = PDFRenderer(open: fonts.opener)
    let options = PDFOptions(
      created: try CreationDate(iso8601: "2026-03-01T09:30:05+08:00"), duplex: .longEdge)
    let document = Document(title: "原产地证书 (C)", language: "zh-Hans", pages: [page])
    let path = try scratch.write(
      try renderer.pdf(document, content: .full, options: options), "page.pdf")
    let information = try Program.run("pdfinfo", ["-rawdates", path]).text
    #expect(information.contains("原产地证书 (C)"))
    #expect(information.contains("D:20260301093005+08'00'"))
    #expect(information.contains("595.276 x 841.89 pts (A4)"))
    let catalog = try Program.run("qpdf", ["--show-object=trailer", path]).text
    #expect(catalog.contains("/ID"))
    let file = try String(
      decoding: Program.run("qpdf", ["--qdf", path, "-"]).output, as: UTF8.self)
    for part in ["/Lang (zh-Hans)", "/PrintScaling /None", "/Duplex /DuplexFlipLongEdge"] {
      #expect(file.contains(part), "\(part)")
    }
    #expect(!file.contains("cairo 1."))
  }

  @Test(arguments: ["2026-03-01", "2026-13-01T00:00:00Z", "2026-03-01T09:30:05+0800", "yesterday"])
  func `dates of another shape are refused`(_ text: String) {
    #expect(throws: RenderingError.self) { try CreationDate(iso8601: text) }
  }

  @Test func `content decides the layers`() throws {
    var items = LayeredItems()
    for layer in Layer.allCases {
      items.append(.text(fonts.text("LAYER-\(layer.rawValue)", x: 20, y: 40)), to: layer)
    }
    let template = PageTemplate(size: .a4, items: items, boxes: [:])
    let page = Page(template: template, items: LayeredItems(), side: .front, sheet: 1)
    for content in Content.allCases {
      let path = try pdf(samples.document([page]), content: content)
      let text = try Program.run("pdftotext", ["-raw", path, "-"]).text
      for layer in Layer.allCases {
        #expect(text.contains("LAYER-\(layer.rawValue)") == content.layers.contains(layer))
      }
    }
  }

  @Test func `a document without pages is refused`() {
    #expect(throws: RenderingError.self) {
      try PDFRenderer(open: fonts.opener).pdf(samples.document([]), content: .full)
    }
  }
}
