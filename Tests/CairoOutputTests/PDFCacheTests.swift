import CairoOutput
import DisplayList
import Foundation
import Measures
import Testing

/// Spooling many certificates with pictures of their own does not grow without end.
struct PDFCacheTests {
  let fonts = TestFonts()

  private func document(_ number: Int) throws -> Document {
    let width = 100 + number
    let picture = Picture(
      format: .png, width: width, height: width, bytes: try Pictures.png(width: width))
    let frame = Rect(x: .mm(20), y: .mm(30), width: .mm(20), height: .mm(20))
    let samples = SamplePages(fonts: fonts)
    return samples.document([samples.page([.image(ImageItem(picture: picture, frame: frame))])])
  }

  @Test func `the pictures kept stay below the limit and nothing shows in the bytes`() throws {
    let limit = 20_000
    let renderer = PDFRenderer(cacheLimit: limit, open: fonts.opener)
    for number in [0, 1, 2, 3, 4, 5, 6, 7, 0, 5] {
      let document = try document(number)
      let file = try renderer.pdf(document, content: .full)
      #expect(renderer.cachedBytes > 0 && renderer.cachedBytes <= limit)
      #expect(try PDFRenderer(open: fonts.opener).pdf(document, content: .full) == file)
    }
  }
}
