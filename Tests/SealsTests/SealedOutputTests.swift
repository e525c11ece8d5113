import CairoOutput
import Certificates
import Devices
import DisplayList
import Foundation
import Measures
import Seals
import Support
import Testing
import Typesetting

/// What a sealed page looks like, seen by independent programs (sealing.md §5.3).
@Suite struct SealedOutputTests {
  private static let renderers:
    [(
      name: String, arguments: @Sendable (String, String) -> [String]
    )] = [
      ("pdftoppm", { ["-r", "300", "-f", "1", "-l", "1", "-singlefile", $0, $1] }),
      ("mutool", { ["draw", "-q", "-r", "300", "-c", "rgb", "-o", $1 + ".ppm", $0, "1"] }),
      (
        "gs",
        {
          [
            "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=ppmraw", "-r300", "-dLastPage=1",
            "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sOutputFile=\($1).ppm", $0,
          ]
        }
      ),
    ]
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func sealed(_ content: Content = .full) throws -> (bare: Document, sealed: Document) {
    let released = try Workplace.released()
    let stamps = [MarkRole.issuerSeal: Workplace.stamp(), .companySeal: Workplace.stamp(mm: 40)]
    return (
      released.document, Stamper(stamps: stamps).sealed(released, mode: .electronic).document
    )
  }

  private func pdf(_ document: Document, _ name: String) throws -> String {
    let renderer = PDFRenderer(fonts: try Workplace.fonts())
    return try scratch.write(try renderer.pdf(document, content: .full), name + ".pdf")
  }

  /// The first page as another program draws it.
  private func picture(_ file: String, by renderer: Int) throws -> Pixmap {
    let (program, arguments) = Self.renderers[renderer]
    let result = try Program.run(program, arguments(file, file + program))
    try #require(result.status == 0, "\(program): \(result.errorText)")
    return try #require(Pixmap(ppm: try Data(contentsOf: URL(filePath: file + program + ".ppm"))))
  }

  @Test("Text under a seal keeps black's luminance, contrast 2.5 or more, in three renderers")
  func legible() throws {
    let documents = try sealed()
    let (bare, stamped) = (try pdf(documents.bare, "bare"), try pdf(documents.sealed, "sealed"))
    #expect(try Program.run("qpdf", ["--check", stamped]).status == 0)
    for renderer in Self.renderers.indices {
      let (before, after) = (
        try picture(bare, by: renderer), try picture(stamped, by: renderer)
      )
      try #require(before.rgb.count == after.rgb.count)
      var (text, ink) = ([Double](), [Double]())
      for pixel in try solidHalf(of: after.width, after.height) {
        if before.luminance(pixel) < 0.01 { text.append(after.luminance(pixel)) }
        if before.luminance(pixel) > 0.95 { ink.append(after.luminance(pixel)) }
      }
      let name = Self.renderers[renderer].name
      try #require(text.count > 100 && ink.count > 10_000, "\(name)")
      #expect((text.max() ?? 1) <= 0.011, "\(name): black text became lighter")
      let average = ink.reduce(0, +) / Double(ink.count)
      let contrast = (average + 0.05) / (text.reduce(0, +) / Double(text.count) + 0.05)
      print("contrast of text under the seal, \(name): \(contrast)")
      #expect(contrast >= 2.5, "\(name)")
    }
  }

  /// The pixels well inside of the issuing body's seal where it is covered all over.
  private func solidHalf(of width: Int, _ height: Int, dotsPerInch: Double = 300) throws -> [Int] {
    let place = try #require(
      try Workplace.released().document.pages[0].places.first { $0.role == .issuerSeal }?.frame)
    let dot = 25.4 / dotsPerInch
    let columns = Int((place.centre.x.mm - 20) / dot)..<min(Int(place.centre.x.mm / dot), width)
    let rows =
      Int((place.centre.y.mm - 20) / dot)..<min(Int((place.centre.y.mm + 20) / dot), height)
    return rows.flatMap { row in
      columns.compactMap { column in
        let x = (Double(column) + 0.5) * dot - place.centre.x.mm
        let y = (Double(row) + 0.5) * dot - place.centre.y.mm
        return x < -1 && x * x + y * y < 19 * 19 ? row * width + column : nil
      }
    }
  }

  @Test("The PDF multiplies, keeps the text as text, and holds each mask once")
  func structure() throws {
    let file = try pdf(try sealed().sealed, "sealed")
    let qdf = try Program.run("qpdf", ["--qdf", "--object-streams=disable", file, "-"]).output
    #expect(String(decoding: qdf, as: UTF8.self).contains("/BM /Multiply"))
    let listed = try Program.run("pdfimages", ["-list", file]).text
    #expect(listed.contains("420   420"), "\(listed)")
    let text = try Program.run("pdftotext", [file, "-"]).text
    #expect(text.contains("CERTIFICATE"))
  }

  @Test("The same stamped document gives the same bytes, and a preview has no mask")
  func sameBytes() throws {
    let documents = try sealed()
    let first = try PDFRenderer(fonts: try Workplace.fonts())
      .pdf(documents.sealed, content: .full)
    let renderer = PDFRenderer(fonts: try Workplace.fonts())
    #expect(try renderer.pdf(documents.sealed, content: .full) == first)
    #expect(try renderer.pdf(documents.sealed, content: .full) == first, "from the cache")
    let draft = try Workplace.typesetter().document(of: try Site.load().form("C"), as: .draft)
    #expect(draft.masks.joined().isEmpty)
  }

  @Test("PNG: an overlay keeps the seal, a blank form has none", arguments: Content.allCases)
  func contents(_ content: Content) throws {
    let page = try sealed().sealed.pages[0]
    let picture = Pixmap(
      try PNGRenderer(fonts: try Workplace.fonts()).pixels(page, content: content, resolution: 100))
    let red = (0..<(picture.width * picture.height)).count { picture.isRed($0) }
    #expect(content == .blank ? red == 0 : red > 5_000, "\(red)")
  }

  @Test("PWG in gray: the seal's lightness multiplies what is below")
  func gray() throws {
    let documents = try sealed()
    let (before, after) = (try raster(documents.bare, .gray), try raster(documents.sealed, .gray))
    let ink = 1 - (0.299 * 200 + 0.587 * 20 + 0.114 * 40) / 255
    var blacks = 0
    for dot in try solidHalf(of: after.width, after.height) {
      let wanted = Double(before.bytes[dot]) * (1 - ink)
      #expect(abs(Double(after.bytes[dot]) - wanted) <= 2, "dot \(dot)")
      if before.bytes[dot] == 0 { blacks += 1 }
      if abs(Double(after.bytes[dot]) - wanted) > 2 { break }
    }
    #expect(blacks > 100, "text stands under the seal")
  }

  @Test("PWG in black: no dot of the text is lost and half of the paper stays white under the seal")
  func black() throws {
    let documents = try sealed()
    let (before, after) = (try raster(documents.bare, .black), try raster(documents.sealed, .black))
    func isBlack(_ page: RasterDump, _ dot: Int) -> Bool {
      let (x, y) = (dot % page.width, dot / page.width)
      return page.bytes[y * ((page.width + 7) / 8) + x / 8] >> UInt8(7 - x % 8) & 1 == 1
    }
    let dots = try solidHalf(of: after.width, after.height)
    #expect(dots.allSatisfy { !isBlack(before, $0) || isBlack(after, $0) })
    let paper = dots.filter { !isBlack(before, $0) }
    let part = Double(paper.count { isBlack(after, $0) }) / Double(paper.count)
    #expect((0.4...0.6).contains(part), "\(part)")
  }

  private func raster(_ document: Document, _ mode: PWGOptions.Mode) throws -> RasterDump {
    var bytes = Data()
    let page = document.pages[0].calibrated(for: .none, content: .full)
    let options = PWGOptions(resolution: 300, mode: mode)
    try PWGRenderer(fonts: try Workplace.fonts()).pwg([page], options: options) {
      bytes.append(contentsOf: $0)
    }
    return try #require(RasterDump(bytes))
  }
}
