import CairoOutput
import DisplayList
import Foundation
import Measures
import Seals
import Support
import Testing

/// What screens may show of kept seals: coarse and under SAMPLE bands (sealing.md §7.6).
@Suite struct SealPictureTests {
  private let vault = ScannedSeals.vault()

  /// The clean mark as the page renderer draws it, for comparison.
  private func clean(_ image: SealImage, _ resolution: Int) throws -> PixelPicture {
    let mark = MaskItem(
      mask: image.mask, ink: image.ink, frame: Rect(origin: .zero, size: image.frame))
    var items = LayeredItems()
    items.append(.mask(mark), to: .seal)
    let page = Page(
      template: PageTemplate(size: image.frame, items: LayeredItems(), boxes: [:]), items: items,
      side: .front, sheet: 1)
    return try PNGRenderer(fonts: try Workplace.fonts())
      .pixels(page, content: .full, resolution: resolution)
  }

  @Test(
    "A sample has 96 dpi and true size, and a quarter of its ink or more is gone",
    arguments: SealKind.allCases)
  func sample(_ kind: SealKind) throws {
    let image = try ScannedSeals.image(kind)
    let file = try vault.sample(of: try ScannedSeals.approved(kind, in: vault))
    let picture = try ScannedPicture(file)
    #expect(abs(try #require(picture.resolution) - 96) < 0.1)
    let (width, height) = (image.frame.width, image.frame.height)
    #expect(abs(Double(picture.pixels.width) - width.dots(perInch: 96)) <= 0.51)
    #expect(abs(Double(picture.pixels.height) - height.dots(perInch: 96)) <= 0.51)
    let share = try hidden(picture.pixels, clean(image, 96))
    print("ink under the band, \(kind): \(share.hidden); kept as it is: \(share.shown)")
    #expect((0.24...0.6).contains(share.hidden))
    #expect(share.shown > 0.3, "the owner still knows the seal")
  }

  /// Parts of the ink that became gray, whatever it was, and that look as they did.
  private func hidden(_ picture: PixelPicture, _ clean: PixelPicture) throws -> (
    hidden: Double, shown: Double
  ) {
    try #require(picture.width == clean.width && picture.height == clean.height)
    var (all, hidden, shown) = (0, 0, 0)
    for pixel in stride(from: 0, to: clean.rgb.count, by: 3) {
      let (was, now) = (clean.rgb[pixel..<(pixel + 3)], picture.rgb[pixel..<(pixel + 3)])
      let ink = 3 * 255 - was.reduce(0) { $0 + Int($1) }
      all += ink
      if Set(now).count == 1, Set(was).count > 1 { hidden += ink }
      if zip(was, now).allSatisfy({ abs(Int($0) - Int($1)) < 48 }) { shown += ink }
    }
    return (Double(hidden) / Double(all), Double(shown) / Double(all))
  }

  @Test("A review shows the upload at 150 dpi with bands over three tenths of it")
  func review() throws {
    let image = try ScannedSeals.image(.company)
    let picture = try ScannedPicture(
      try vault.review(of: try ScannedSeals.approved(.company, in: vault)))
    #expect(abs(try #require(picture.resolution) - 150) < 0.1)
    let upload = try ScannedPicture(image.upload).pixels
    #expect(abs(picture.pixels.width - upload.width / 2) <= 1)
    var (gray, red) = (0, 0)
    for pixel in stride(from: 0, to: picture.pixels.rgb.count, by: 3) {
      let colour = picture.pixels.rgb[pixel..<(pixel + 3)].map(Int.init)
      // The paper is cream, so that pure gray is band only.
      if Set(colour).count == 1 { gray += 1 }
      if colour[0] > colour[1] + 100 { red += 1 }
    }
    let share = Double(gray) / Double(picture.pixels.rgb.count / 3)
    print("upload under the bands: \(share)")
    #expect((0.25...0.35).contains(share))
    #expect(red > 5_000, "the officer sees the mark")
  }

  @Test("A scan's stated resolution counts, not that of its file", arguments: [150.0, 200, 600])
  func statedResolution(_ resolution: Double) throws {
    let scan = try Scan(upload: ScannedSeals.image(.company).upload, stated: resolution)
    let image = try #require(SealPreparation(scan, kind: .company).found)
    let seal = try vault.kept(image, owner: .enterprise("A"), version: 1, by: "wang", at: 1)
    let pixels = try ScannedPicture(try vault.review(of: seal)).pixels
    let upload = try ScannedPicture(scan.upload).pixels
    #expect(abs(Double(pixels.width) - Double(upload.width) * 150 / resolution) <= 0.51)
    #expect(abs(Double(pixels.height) - Double(upload.height) * 150 / resolution) <= 0.51)
  }

  @Test("An upload that is no picture any more has no review, and the error says so")
  func noPicture() throws {
    let pixels = try ScannedPicture(ScannedSeals.image(.company).upload).pixels
    let scan = Scan(pixels: pixels, resolution: 300, upload: Data("no picture".utf8))
    let seal = try vault.kept(
      SealPreparation(scan, kind: .company).taken(), owner: .enterprise("A"), version: 1,
      by: "wang", at: 1)
    let error = #expect(throws: SealKeepingError.self) { try vault.review(of: seal) }
    #expect(error?.code == .picture && error?.cause is RenderingError)
    #expect(error?.description.contains("enterprise/A:company:1") == true)
  }

  @Test("The same seal gives the same picture")
  func sameBytes() throws {
    let first = try ScannedSeals.approved(.company, in: ScannedSeals.vault(seed: 4))
    let second = try ScannedSeals.approved(.company, in: ScannedSeals.vault(seed: 5))
    #expect(first.mask != second.mask)
    #expect(try vault.sample(of: first) == vault.sample(of: second))
    #expect(try vault.review(of: first) == vault.review(of: second))
  }
}
