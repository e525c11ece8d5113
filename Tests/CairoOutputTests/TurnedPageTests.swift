import Barcode
import CairoOutput
import Devices
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// A page turned by 180° is the same picture upside down in PNG, PDF and PWG raster (S2-130).
///
/// Without the guilloche: how strong poppler draws its thin lines depends on where they fall.
struct TurnedPageTests {
  let fonts = TestFonts()
  let scratch: Scratch
  let page: Page

  init() throws {
    scratch = try Scratch()
    let samples = SamplePages(fonts: fonts)
    var page = samples.certificate(samples.template(curves: 0), number: 7)
    let place = Rect(x: .mm(150), y: .mm(250), width: .mm(35), height: .mm(35))
    let code = try QRCode.encode("HTTPS://CHECK.EXAMPLE.ORG/C/00017")
    page.items.append(.modules(try code.grid(fitting: place)), to: .data)
    page.items.append(.image(try Pictures.seal(at: 140, 180)), to: .seal)
    self.page = page
  }

  private func upsideDown(_ map: GrayMap) -> GrayMap {
    GrayMap(width: map.width, height: map.height, pixels: map.pixels.reversed())
  }

  /// Poppler and crisp rasters put each glyph on a whole dot, which differs upside down.
  private func expectSame(_ turned: GrayMap, as upright: GrayMap) {
    #expect(turned.width == upright.width && turned.height == upright.height)
    let difference = upsideDown(turned).difference(to: upright)
    #expect(difference.mean < 6, "mean \(difference.mean)")
    #expect(difference.largest < 100, "largest \(difference.largest)")
    // Without being turned back it is another picture.
    #expect(turned.difference(to: upright).largest > 150)
  }

  @Test func `PNG`() throws {
    let renderer = PNGRenderer(open: fonts.opener)
    func map(_ page: Page) throws -> GrayMap {
      GrayMap(try renderer.pixels(page, content: .full, resolution: 200))
    }
    expectSame(try map(page.turned), as: try map(page))
  }

  @Test func `PDF as poppler draws it, without a rotation of the page`() throws {
    let samples = SamplePages(fonts: fonts)
    let renderer = PDFRenderer(open: fonts.opener)
    func map(_ page: Page, _ name: String) throws -> GrayMap {
      let bytes = try renderer.pdf(samples.document([page]), content: .full)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("/Rotate"))
      let path = try scratch.write(bytes, "\(name).pdf")
      _ = try Program.run(
        "pdftoppm", ["-gray", "-r", "200", "-singlefile", path, scratch.path(name)])
      return try #require(GrayMap(pgm: try scratch.read("\(name).pgm")))
    }
    let (turned, upright) = (try map(page.turned, "turned"), try map(page, "upright"))
    expectSame(turned, as: upright)
    let text = try Program.run("pdftotext", [scratch.path("turned.pdf"), "-"]).text
    #expect(text.contains("CERTIFICATE OF ORIGIN"))
  }

  @Test(arguments: [PWGOptions.Mode.gray, .black])
  func `PWG raster`(mode: PWGOptions.Mode) throws {
    let renderer = PWGRenderer(open: fonts.opener)
    func map(_ page: Page) throws -> GrayMap {
      let bytes = try renderer.data(
        [page.calibrated(for: .none, content: .full)],
        options: PWGOptions(resolution: 300, mode: mode, sides: .oneSided))
      return try #require(try RasterPage.read(bytes).first).grayMap
    }
    expectSame(try map(page.turned), as: try map(page))
  }
}
