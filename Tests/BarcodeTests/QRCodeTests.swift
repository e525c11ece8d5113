import Barcode
import CairoOutput
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// Codes that an independent reader (zbar) reads back from our picture.
struct QRCodeTests {
  private func decoded(_ grid: ModuleGrid, resolution: Int = 300) throws -> String {
    var items = LayeredItems()
    items.append(.modules(grid), to: .data)
    let template = PageTemplate(
      size: Size(width: .mm(80), height: .mm(80)), items: LayeredItems(), boxes: [:])
    let page = Page(template: template, items: items, side: .front, sheet: 1)
    let renderer = PNGRenderer(open: { _ throws(RenderingError) in preconditionFailure("no text") })
    let scratch = try Scratch()
    let path = try scratch.write(
      try renderer.png(page, content: .full, resolution: resolution), "code.png")
    return try Program.run("zbarimg", ["--quiet", "--raw", path]).text
  }

  private let square = Rect(x: .mm(10), y: .mm(10), width: .mm(60), height: .mm(60))

  @Test(arguments: [
    "https://check.example.org/C/26C3100000AB/00017", "HTTPS://CHECK.EXAMPLE.ORG/C/00017", "0",
    "0123456789012345678901234567890123456789", "原产地证书 李𠮷 26C3100000AB/00017",
    String(repeating: "Certificate of origin. ", count: 20),
  ])
  func `zbar reads what was encoded`(_ text: String) throws {
    for correction in QRCode.Correction.allCases {
      let code = try QRCode.encode(text, correction: correction)
      #expect((code.count - 17) % 4 == 0)
      let found = try decoded(code.grid(fitting: square, dotsPerInch: 300))
      #expect(found == text + "\n")
    }
  }

  @Test func `alphanumeric text makes a smaller code`() throws {
    let upper = try QRCode.encode("HTTPS://CHECK.EXAMPLE.ORG/C/26C3100000AB/00017")
    let lower = try QRCode.encode("https://check.example.org/c/26c3100000ab/00017")
    #expect(upper.count < lower.count)
  }

  @Test func `modules are whole dots and the quiet zone stays in the square`() throws {
    let code = try QRCode.encode("HTTPS://CHECK.EXAMPLE.ORG/C/00017")
    for resolution in [180, 300, 360, 600] {
      let grid = try code.grid(fitting: square, dotsPerInch: resolution)
      let dots = grid.frame.width.dots(perInch: resolution) / Double(grid.count)
      #expect(dots == dots.rounded())
      #expect(grid.frame.left.units % (Length.unitsPerInch / resolution) == 0)
      let quiet = grid.frame.width / grid.count * grid.quietZone
      let outer = grid.frame.inset(left: -quiet, top: -quiet, right: -quiet, bottom: -quiet)
      #expect(square.contains(outer))
    }
  }

  @Test func `what cannot be encoded is refused`() throws {
    func code(_ body: () throws -> Void) -> BarcodeError.Code? {
      do { try body() } catch { return (error as? BarcodeError)?.code }
      return nil
    }
    #expect(code { _ = try QRCode.encode("") } == .emptyText)
    #expect(code { _ = try QRCode.encode("A\0B") } == .nulCharacter)
    #expect(
      code { _ = try QRCode.encode(String(repeating: "a", count: 2954), correction: .l) }
        == .textTooLong)
    let small = Rect(x: .zero, y: .zero, width: .mm(5), height: .mm(5))
    #expect(code { _ = try QRCode.encode("A").grid(fitting: small) } == .placeTooSmall)
  }

  @Test func `the largest code holds 2953 bytes`() throws {
    let code = try QRCode.encode(String(repeating: "a", count: 2953), correction: .l)
    #expect(code.count == 177)
  }
}
