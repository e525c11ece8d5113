import CCUPS
import CairoOutput
import Devices
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// What libcups reads back from our raster.
struct PWGTests {
  let fonts = TestFonts()
  var samples: SamplePages { SamplePages(fonts: fonts) }

  private func raster(
    _ pages: [Page], _ options: PWGOptions, calibration: Calibration = .none
  ) throws -> [RasterPage] {
    let renderer = PWGRenderer(open: fonts.opener)
    let data = try renderer.data(
      pages.map { $0.calibrated(for: calibration, content: .full) }, options: options)
    return try RasterPage.read(data)
  }

  /// A black bar of 20 × 10 mm whose top left corner is at (30, 40) mm.
  private func bar(side: Page.Side = .front, sheet: Int = 1) -> Page {
    let rect = Rect(x: .mm(30), y: .mm(40), width: .mm(20), height: .mm(10))
    let steps = PathItem.frame(rect, width: .zero).steps
    var items = LayeredItems()
    items.append(.path(PathItem(steps: steps, fill: .black)), to: .data)
    return Page(
      template: PageTemplate(size: .a4, items: LayeredItems(), boxes: [:]), items: items,
      side: side, sheet: sheet)
  }

  @Test(arguments: PWGOptions.Mode.allCases, [300, 600])
  func `page headers are right`(_ mode: PWGOptions.Mode, _ resolution: Int) throws {
    let pages = try raster([bar(), bar()], PWGOptions(resolution: resolution, mode: mode))
    #expect(pages.count == 2)
    for page in pages {
      let header = page.header
      #expect(header.HWResolution.0 == UInt32(resolution))
      #expect(header.HWResolution.1 == UInt32(resolution))
      #expect(header.cupsWidth == UInt32(21_000 * resolution / 2540))
      #expect(header.cupsHeight == UInt32(29_700 * resolution / 2540))
      #expect(header.cupsBitsPerColor == (mode == .gray ? 8 : 1))
      #expect(header.cupsBitsPerPixel == (mode == .gray ? 8 : 1))
      #expect(header.cupsColorSpace.rawValue == (mode == .gray ? 18 : 3))
      #expect(header.PageSize.0 == 595 && header.PageSize.1 == 842)
      #expect(header.cupsInteger.0 == 2)
      // No statement about the image box.
      #expect(header.cupsInteger.3 == 0 && header.cupsInteger.4 == 0)
      #expect(header.cupsInteger.5 == 0 && header.cupsInteger.6 == 0)
      #expect(header.Duplex.rawValue == 0)
      #expect(page.mediaName == "iso_a4_210x297mm")
    }
  }

  @Test(arguments: PWGOptions.Mode.allCases)
  func `marks stand at their dots`(_ mode: PWGOptions.Mode) throws {
    let page = try #require(try raster([bar()], PWGOptions(resolution: 600, mode: mode)).first)
    let box = try #require(page.inkBox())
    #expect(abs(box.left - 709) <= 1 && abs(box.top - 945) <= 1)
    #expect(abs(box.right - 1181) <= 1 && abs(box.bottom - 1181) <= 1)
  }

  @Test func `a calibration is applied once`() throws {
    let calibration = Calibration(correction: Transform(dx: .mm(2), dy: .mm(-1)))
    let page = try #require(
      try raster([bar()], PWGOptions(resolution: 300), calibration: calibration).first)
    let box = try #require(page.inkBox())
    #expect(abs(Double(box.left) - Length.mm(32).dots(perInch: 300)) <= 1)
    #expect(abs(Double(box.top) - Length.mm(39).dots(perInch: 300)) <= 1)
  }

  @Test(
    arguments: [
      (PWGOptions.Sides.longEdge, PWGOptions.SheetBack.normal, false, false),
      (.longEdge, .rotated, true, true), (.longEdge, .flipped, false, true),
      (.longEdge, .manualTumble, false, false), (.shortEdge, .normal, false, false),
      (.shortEdge, .rotated, false, false), (.shortEdge, .flipped, true, false),
      (.shortEdge, .manualTumble, true, true),
    ])
  func `back pages are laid as the printer asks`(
    _ sides: PWGOptions.Sides, _ back: PWGOptions.SheetBack, _ across: Bool, _ along: Bool
  ) throws {
    let options = PWGOptions(resolution: 150, mode: .gray, sides: sides, sheetBack: back)
    let pages = try raster([bar(), bar(side: .back)], options)
    let front = try #require(pages[0].inkBox())
    let box = try #require(pages[1].inkBox())
    let (width, height) = (Int(pages[1].header.cupsWidth), Int(pages[1].header.cupsHeight))
    #expect(pages[1].header.Duplex.rawValue == 1)
    #expect((pages[1].header.Tumble.rawValue == 1) == (sides == .shortEdge))
    #expect((Int32(bitPattern: pages[1].header.cupsInteger.1) == -1) == across)
    #expect((Int32(bitPattern: pages[1].header.cupsInteger.2) == -1) == along)
    #expect(abs(box.left - (across ? width - front.right : front.left)) <= 1)
    #expect(abs(box.top - (along ? height - front.bottom : front.top)) <= 1)
  }

  @Test func `a sheet without a back gets a blank one in duplex`() throws {
    let pages = try raster(
      [bar(sheet: 1), bar(sheet: 2), bar(side: .back, sheet: 2)],
      PWGOptions(resolution: 150, sides: .longEdge))
    #expect(pages.map { $0.inkBox() == nil } == [false, true, false, false])
    #expect(pages.allSatisfy { $0.header.cupsInteger.0 == 4 })
  }

  @Test func `gray raster agrees with the PNG`() throws {
    var page = samples.certificate(samples.template(), number: 4)
    page.items.append(.image(try Pictures.seal(at: 140, 180)), to: .seal)
    let raster = try #require(try raster([page], PWGOptions(resolution: 100)).first)
    let own = GrayMap(
      try PNGRenderer(open: fonts.opener).pixels(page, content: .full, resolution: 100))
    let difference = own.difference(to: raster.grayMap)
    #expect(difference.mean < 2.5, "mean \(difference.mean)")
  }

  @Test func `black raster keeps the tone of pale marks and no gray in text`() throws {
    let rect = Rect(x: .mm(30), y: .mm(40), width: .mm(40), height: .mm(40))
    let pale = Ink(red: 191, green: 191, blue: 191)
    let steps = PathItem.frame(rect, width: .zero).steps
    let page = samples.page([.path(PathItem(steps: steps, fill: pale))])
    let raster = try #require(
      try raster([page], PWGOptions(resolution: 300, mode: .black)).first)
    let map = raster.grayMap
    let inside = (480..<900).flatMap { y in
      map.pixels[(y * map.width + 360)..<(y * map.width + 800)]
    }
    let share = Double(inside.filter { $0 == 0 }.count) / Double(inside.count)
    #expect(abs(share - 0.25) < 0.03, "share of black \(share)")
  }

  @Test func `an independent filter turns the raster into a PDF`() throws {
    let data = try PWGRenderer(open: fonts.opener).data(
      [bar().calibrated(for: .none, content: .full)], options: PWGOptions(resolution: 300))
    let scratch = try Scratch()
    let path = try scratch.write(data, "page.pwg")
    let filter = "/usr/lib/cups/filter/rastertopdf"
    let result = try Program.run(
      filter, ["1", "user", "title", "1", "", path],
      environment: ["CONTENT_TYPE": "image/pwg-raster"])
    #expect(result.output.starts(with: "%PDF".utf8), "\(result.errorText)")
  }
}
