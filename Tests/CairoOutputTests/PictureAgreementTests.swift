import Barcode
import CairoOutput
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// Poppler and Ghostscript draw our PDF as our own PNG shows it.
///
/// Without the guilloche: both draw lines thinner than a pixel stronger than they are.
struct PictureAgreementTests {
  let fonts = TestFonts()
  let scratch: Scratch
  let page: Page

  init() throws {
    scratch = try Scratch()
    let samples = SamplePages(fonts: fonts)
    var page = samples.certificate(samples.template(curves: 0), number: 11)
    let place = Rect(x: .mm(150), y: .mm(250), width: .mm(35), height: .mm(35))
    let code = try QRCode.encode("HTTPS://CHECK.EXAMPLE.ORG/C/00017")
    page.items.append(.modules(try code.grid(fitting: place)), to: .data)
    page.items.append(.image(try Pictures.seal(at: 140, 180)), to: .seal)
    self.page = page
  }

  private func pdf() throws -> String {
    let document = SamplePages(fonts: fonts).document([page])
    return try scratch.write(
      try PDFRenderer(open: fonts.opener).pdf(document, content: .full), "page.pdf")
  }

  private func own() throws -> GrayMap {
    GrayMap(try PNGRenderer(open: fonts.opener).pixels(page, content: .full, resolution: 200))
  }

  private func expectAgreement(_ other: GrayMap?) throws {
    let own = try own()
    let other = try #require(other)
    #expect(abs(own.width - other.width) <= 1 && abs(own.height - other.height) <= 1)
    let difference = own.difference(to: other)
    #expect(difference.mean < 4, "mean \(difference.mean)")
    #expect(difference.largest < 100, "largest \(difference.largest)")
    #expect(own.ink > 0.03)
  }

  @Test func `poppler agrees`() throws {
    let path = try pdf()
    let result = try Program.run(
      "pdftoppm", ["-gray", "-r", "200", "-singlefile", path, scratch.path("poppler")])
    #expect(result.errorText.isEmpty, "\(result.errorText)")
    try expectAgreement(GrayMap(pgm: try scratch.read("poppler.pgm")))
  }

  @Test func `Ghostscript agrees`() throws {
    let result = try Program.run(
      "gs",
      [
        "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw", "-r200",
        "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sOutputFile=\(scratch.path("gs.pgm"))",
        try pdf(),
      ])
    #expect(result.status == 0, "\(result.text)\(result.errorText)")
    try expectAgreement(GrayMap(pgm: try scratch.read("gs.pgm")))
  }

  @Test func `no curve of the guilloche is dropped`() throws {
    let samples = SamplePages(fonts: fonts)
    let template = PageTemplate(size: .a4, items: LayeredItems(), boxes: [:])
    var items = LayeredItems()
    items[.background] = SamplePages.guilloche(200, ink: .black)
    let page = Page(template: template, items: items, side: .front, sheet: 1)
    let path = try scratch.write(
      try PDFRenderer(open: fonts.opener).pdf(samples.document([page]), content: .full), "g.pdf")
    let streams = try Program.run("qpdf", ["--qdf", path, "-"]).output
    let strokes = String(decoding: streams, as: UTF8.self).components(separatedBy: " c S\n").count
    #expect(strokes - 1 == 200)
  }
}
