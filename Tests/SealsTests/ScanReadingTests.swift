import CairoOutput
import Diagnostics
import DisplayList
import Foundation
import Measures
import Seals
import Support
import Testing

/// Scans as other programs write them, and seals as files.
@Suite struct ScanReadingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A red ring of 42 mm with a bar in it, drawn by Ghostscript.
  private func scan(device: String, resolution: Int = 300) throws -> Data {
    let program =
      "72 25.4 div dup scale 0.75 0.1 0.15 setrgbcolor 1.2 setlinewidth 30 30 20.4 0 360 arc "
      + "stroke 22 27 16 6 rectfill showpage"
    let result = try Program.run(
      "gs",
      [
        "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=\(device)", "-r\(resolution)",
        "-dDEVICEWIDTHPOINTS=170", "-dDEVICEHEIGHTPOINTS=170", "-dGraphicsAlphaBits=4",
        "-sOutputFile=\(scratch.path("scan"))", "-c", program,
      ])
    try #require(result.status == 0, "\(result.errorText)")
    return try scratch.read("scan")
  }

  @Test(
    "PNG, JPEG and TIFF give the same seal, at the resolution the file states",
    arguments: ["png16m", "jpeg", "tiff24nc"])
  func formats(_ device: String) throws {
    let scan = try Scan(upload: try scan(device: device))
    #expect(abs(scan.resolution - 300) < 0.1)
    let seal = try SealPreparation(scan, kind: .company).taken()
    #expect(seal.shape == .round)
    #expect(seal.size.width == .mm(42))
    #expect(abs(Int(seal.ink.red) - 191) < 8 && abs(Int(seal.ink.green) - 26) < 8)
    #expect(seal.upload == scan.upload, "the upload is kept untouched")
  }

  @Test("A scan without a resolution asks for one; what is no picture is refused")
  func refused() throws {
    var png = try scan(device: "png16m")
    let physical = try #require(png.range(of: Data("pHYs".utf8)))
    png.replaceSubrange(physical, with: Data("pHYx".utf8))
    func key(_ upload: Data, _ stated: Double? = nil) -> String? {
      do throws(Refusal) {
        _ = try Scan(upload: upload, stated: stated)
        return nil
      } catch {
        return error.diagnostics.first?.message.key
      }
    }
    #expect(key(png) == "seal.no-resolution")
    #expect(key(png, 300) == nil)
    #expect(key(png, 75) == "seal.resolution-range")
    #expect(key(Data("no picture".utf8)) == "rendering.unknown-scan")
    let tiff = try scan(device: "tiff24nc")
    #expect(key(tiff.prefix(tiff.count / 3)) == "rendering.picture")
    #expect(key(Data([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])) == "rendering.picture")
  }

  @Test("A seal written as PNG is read back with its size and colour")
  func exchange() throws {
    let seal = try SealPreparation(try Scan(upload: scan(device: "png16m")), kind: .company).taken()
    let again = try SealPreparation(try Scan(upload: try seal.png()), kind: .company).taken()
    #expect(again.size == seal.size)
    #expect(again.ink == seal.ink)
  }

  @Test("The slider only ever takes ink away, and a turn by hand turns the seal")
  func slider() throws {
    let scan = try Scan(upload: scan(device: "png16m"))
    let weights = try stride(from: 0, through: 100, by: 20).map { value in
      let seal = try #require(SealPreparation(scan, kind: .company, slider: Slider(value)).found)
      return seal.mask.coverage.reduce(0) { $0 + Int($1) }
    }
    #expect(weights == weights.sorted(by: >))
    let turned = try #require(SealPreparation(scan, kind: .company, turn: 90).found)
    let straight = try #require(SealPreparation(scan, kind: .company).found)
    // The bar lies across; after a quarter turn it stands.
    let (across, down) = (inkInMiddle(straight.mask), inkInMiddle(turned.mask))
    #expect(across > 0.35 && down < 0.25, "\(across) \(down)")
  }

  /// The part of the middle row that is inked.
  private func inkInMiddle(_ mask: InkMask) -> Double {
    let start = mask.height / 2 * mask.width
    return Double(mask.coverage[start..<(start + mask.width)].count { $0 > 128 })
      / Double(mask.width)
  }
}
