import CairoOutput
import DisplayList
import Foundation
import Measures
import Support
import Testing

/// Pictures in PDF files: as stored, once, and refused when damaged.
struct PictureTests {
  let fonts = TestFonts()
  let scratch: Scratch
  var samples: SamplePages { SamplePages(fonts: fonts) }
  private let frame = Rect(x: .mm(30), y: .mm(40), width: .mm(50), height: .mm(50))

  init() throws { scratch = try Scratch() }

  private func item(_ format: Picture.Format, _ bytes: Data, width: Int = 300) -> PageItem {
    let picture = Picture(format: format, width: width, height: width, bytes: bytes)
    return .image(ImageItem(picture: picture, frame: frame, field: "goods[0].marks"))
  }

  private func pdf(_ pages: [Page]) throws -> String {
    try scratch.write(
      try PDFRenderer(open: fonts.opener).pdf(samples.document(pages), content: .full), "page.pdf")
  }

  @Test func `a JPEG goes into the file as it is`() throws {
    let jpeg = try Pictures.jpeg(width: 300)
    let path = try pdf([samples.page([item(.jpeg, jpeg)])])
    #expect(try Program.run("qpdf", ["--check", path]).status == 0)
    _ = try Program.run("pdfimages", ["-all", path, scratch.path("image")])
    #expect(try scratch.read("image-000.jpg") == jpeg)
  }

  @Test func `one picture on many pages is stored once`() throws {
    let mark = item(.png, try Pictures.png(width: 300))
    let path = try pdf((0..<5).map { _ in samples.page([mark, mark]) })
    #expect(try Program.run("qpdf", ["--check", path]).status == 0)
    let listed = try Program.run("pdfimages", ["-list", path]).text
      .split(separator: "\n").dropFirst(2)
    let objects = Set(listed.compactMap { $0.split(separator: " ").dropFirst(10).first })
    #expect(listed.count >= 10)
    // The same object for the colours and one for the mask.
    #expect(objects.count <= 2)
    #expect(listed.allSatisfy { !$0.contains(" yes ") }, "no smoothing asked for")
  }

  @Test func `damaged and mislabelled pictures are refused with their field`() throws {
    let png = try Pictures.png(width: 300)
    let jpeg = try Pictures.jpeg(width: 300)
    let cases: [PageItem] = [
      item(.png, png.prefix(png.count / 2)), item(.jpeg, jpeg.prefix(jpeg.count / 2)),
      item(.png, jpeg), item(.jpeg, png), item(.png, Data()), item(.jpeg, Data()),
      item(.png, png, width: 299), item(.jpeg, jpeg, width: 301),
    ]
    for (index, mark) in cases.enumerated() {
      do {
        _ = try pdf([samples.page([mark])])
        Issue.record("case \(index) was taken")
      } catch let error as RenderingError {
        #expect(error.code == .picture)
        #expect(error.description.contains("goods[0].marks"), "case \(index): \(error)")
      }
    }
  }

  @Test func `a decompression bomb is refused before it is decoded`() throws {
    var png = try Pictures.png(width: 300)
    png.replaceSubrange(16..<24, with: [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff])
    #expect(throws: RenderingError.self) {
      try pdf([samples.page([item(.png, png, width: 65_535)])])
    }
  }
}
