package import Foundation

/// Small documents for print tests, made by hand so that no renderer of our own takes part.
package enum SampleDocuments {
  /// A PDF of A4 pages with one rectangle each.
  package static func pdf(pages: Int = 1) -> Data {
    let content = "100 100 200 100 re f"
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = (0..<pages).map { "\(4 + $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>")
    objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    for _ in 0..<pages {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << >> >>")
    }
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(text.utf8)
  }

  /// One white A4 page of PWG raster (PWG 5102.4) in 8-bit grey.
  package static func raster(dotsPerInch: Int = 300) -> Data {
    let width = 210 * dotsPerInch * 10 / 254
    let height = 297 * dotsPerInch * 10 / 254
    var header = [UInt8](repeating: 0, count: 1796)
    func put(_ value: Int, at offset: Int) {
      for index in 0..<4 { header[offset + index] = UInt8(value >> (24 - 8 * index) & 0xFF) }
    }
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    put("PwgRaster", at: 0)
    put("iso_a4_210x297mm", at: 1732)
    let numbers = [
      276: dotsPerInch, 280: dotsPerInch, 340: 1, 352: 595, 356: 842, 372: width, 376: height,
      384: 8, 388: 8, 392: width, 400: 18, 420: 1, 452: 1, 456: 1, 460: 1,
    ]
    for (offset, value) in numbers { put(value, at: offset) }
    return Data("RaS2".utf8) + Data(header) + lines(width, height)
  }

  /// White lines in the raster's run lengths: up to 256 equal lines, up to 128 equal dots.
  private static func lines(_ width: Int, _ height: Int) -> Data {
    var line = Data()
    var dots = width
    while dots > 0 {
      let run = min(128, dots)
      line += [UInt8(run - 1), 0xFF]
      dots -= run
    }
    var data = Data()
    var rest = height
    while rest > 0 {
      let run = min(256, rest)
      data += [UInt8(run - 1)] + line
      rest -= run
    }
    return data
  }
}
