import CairoOutput
import Devices
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// What is kept between pages and what is left out of the drawing never shows in the raster.
struct RasterCodingTests {
  let fonts = TestFonts()
  var samples: SamplePages { SamplePages(fonts: fonts) }

  private func raster(
    _ renderer: PWGRenderer, _ page: Page, _ options: PWGOptions
  ) throws -> Data {
    try renderer.data([page.calibrated(for: .none, content: .full)], options: options)
  }

  /// A page over `template` with random texts, lines, bars, a code of squares and status words.
  private func page(_ template: PageTemplate, _ random: inout SmallRandom) throws -> Page {
    var items = LayeredItems()
    let status = random.below(2) == 0 ? "非有效证书" : "COPY \(random.below(3))"
    let pale = Ink(red: 220, green: 220, blue: 220)
    items.append(
      .text(fonts.text(status, x: 60, y: 150, size: 40, ink: pale, rotation: 28)), to: .note)
    for _ in 0..<(1 + random.below(12)) {
      let (x, y) = (Double(random.below(1900)) / 10, Double(random.below(2960)) / 10)
      switch random.below(4) {
      case 0:
        let line = PathItem.line(
          from: Point(x: .mm(x), y: .mm(y)), to: Point(x: .mm(x + 20), y: .mm(y + 1.5)),
          width: .pt(Double(random.below(12)) / 10))
        items.append(.path(line), to: .data)
      case 1:
        let rect = Rect(x: .mm(x), y: .mm(y), width: .mm(9), height: .mm(2))
        let ink = Ink(red: UInt8(random.below(256)), green: 90, blue: 90)
        let steps = PathItem.frame(rect, width: .zero).steps
        items.append(.path(PathItem(steps: steps, fill: ink)), to: .data)
      default:
        let words = SamplePages.words(random.below(1000))
        items.append(.text(fonts.text(words, x: x, y: y, size: 9)), to: .data)
      }
    }
    if random.below(3) == 0 { items.append(.image(try Pictures.seal(at: 120, 90)), to: .seal) }
    return Page(template: template, items: items, side: .front, sheet: 1)
  }

  /// The same marks with nothing in the template: nothing to keep, everything drawn and coded anew.
  private func flattened(_ page: Page) -> Page {
    var items = LayeredItems()
    for layer in Layer.drawingOrder { items[layer] = page.items(of: layer) }
    let template = PageTemplate(size: page.size, items: LayeredItems(), boxes: [:])
    return Page(template: template, items: items, side: .front, sheet: 1)
  }

  @Test(arguments: PWGOptions.Mode.allCases, [150, 300])
  func `kept lines do not show in the bytes`(_ mode: PWGOptions.Mode, _ resolution: Int) throws {
    let seed = UInt64(resolution) &+ (mode == .gray ? 41 : 7)
    var random = SmallRandom(seed: seed)
    let options = PWGOptions(resolution: resolution, mode: mode)
    let template = samples.template(curves: 30)
    let warm = PWGRenderer(open: fonts.opener)
    for round in 0..<4 {
      let page = try page(template, &random)
      let kept = try raster(warm, page, options)
      // With black alone pale marks of the page clear what is below, so the parts stay apart.
      let reference = mode == .gray ? flattened(page) : page
      let anew = try raster(PWGRenderer(open: fonts.opener), reference, options)
      #expect(kept == anew, "seed \(seed), round \(round)")
      let lines = try #require(try RasterPage.read(kept).first).lines
      #expect(
        kept.dropFirst(4 + 1796).elementsEqual(PlainCoder.code(lines)),
        "seed \(seed), round \(round)")
    }
  }

  @Test func `a full cache forgets without a trace`() throws {
    let options = PWGOptions(resolution: 150)
    let templates = [samples.template(curves: 10), samples.template(curves: 20)]
    let small = PWGRenderer(cacheLimit: 1, open: fonts.opener)
    var random = SmallRandom(seed: 5)
    for round in 0..<4 {
      let page = try page(templates[round % 2], &random)
      let fresh = PWGRenderer(open: fonts.opener)
      #expect(try raster(small, page, options) == raster(fresh, page, options))
    }
  }

  @Test(arguments: PWGOptions.Mode.allCases, [300, 600])
  func `no hairline falls between the dots`(
    _ mode: PWGOptions.Mode, _ resolution: Int
  ) throws {
    var items: [PageItem] = []
    for index in 0..<40 {
      let at = 20 + 3.0071 * Double(index)
      let (start, end) = (Point(x: .mm(20), y: .mm(at)), Point(x: .mm(120), y: .mm(at + 2)))
      items.append(.path(.line(from: start, to: end, width: .pt(0.01))))
      items.append(
        .path(
          .line(
            from: Point(x: .mm(at), y: .mm(200)), to: Point(x: .mm(at), y: .mm(240)),
            width: .pt(0.01))))
    }
    let data = try raster(
      PWGRenderer(open: fonts.opener), samples.page(items),
      PWGOptions(resolution: resolution, mode: mode))
    let map = try #require(try RasterPage.read(data).first).grayMap
    func dot(_ x: Double, _ y: Double) -> Bool {
      map.pixels[
        Int(y / 25.4 * Double(resolution)) * map.width + Int(x / 25.4 * Double(resolution))] == 0
    }
    for index in 0..<40 {
      let at = 20 + 3.0071 * Double(index)
      let step = 25.4 / Double(resolution)
      #expect((-1...1).contains { dot(at + Double($0) * step, 220) }, "upright \(index)")
      for x in stride(from: 21.0, to: 119, by: 0.37) {
        let y = at + (x - 20) / 50
        #expect((-1...1).contains { dot(x, y + Double($0) * step) }, "slanted \(index) at \(x)")
      }
    }
  }

  @Test func `fine raster has no gray edges, coarse raster has`() throws {
    let page = samples.page(texts: ["Certificate of origin 原产地证书"])
    func levels(_ resolution: Int) throws -> Set<UInt8> {
      let data = try raster(
        PWGRenderer(open: fonts.opener), page, PWGOptions(resolution: resolution))
      return Set(try #require(try RasterPage.read(data).first).grayMap.pixels)
    }
    #expect(try levels(600) == [0, 255])
    #expect(try levels(150).count > 20)
  }

  @Test func `Ghostscript draws the same dots from our PDF`() throws {
    var page = samples.certificate(samples.template(curves: 0), number: 3)
    page.items.append(.image(try Pictures.seal(at: 140, 180)), to: .seal)
    let scratch = try Scratch()
    let pdf = try scratch.write(
      try PDFRenderer(open: fonts.opener).pdf(samples.document([page]), content: .full), "p.pdf")
    let result = try Program.run(
      "gs",
      [
        "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw", "-r300",
        "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sOutputFile=\(scratch.path("gs.pgm"))", pdf,
      ])
    #expect(result.status == 0, "\(result.text)\(result.errorText)")
    let other = try #require(GrayMap(pgm: try scratch.read("gs.pgm")))
    let data = try raster(
      PWGRenderer(open: fonts.opener), page, PWGOptions(resolution: 300, mode: .gray))
    let difference = try #require(try RasterPage.read(data).first).grayMap.difference(to: other)
    #expect(difference.mean < 4, "mean \(difference.mean)")
    #expect(difference.largest < 128, "largest \(difference.largest)")
  }
}

/// A small generator with a seed (xorshift64*).
struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_f491_4f6c_dd1d) >> 33) % limit
  }
}
