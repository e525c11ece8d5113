import CairoOutput
import DisplayList
import Foundation
import Measures
import Support

/// Pictures made by independent programs, as scans would be.
enum Pictures {
  /// A red ring on transparent ground, 300 × 300.
  static func seal(at x: Double, _ y: Double) throws -> ImageItem {
    let picture = Picture(format: .png, width: 300, height: 300, bytes: try png(width: 300))
    return ImageItem(
      picture: picture, frame: Rect(x: .mm(x), y: .mm(y), width: .mm(42), height: .mm(42)),
      field: "seal")
  }

  /// Made by Ghostscript, with alpha.
  static func png(width: Int) throws -> Data {
    try ghostscript(
      device: "pngalpha", width: width,
      program: "1 0 0 setrgbcolor 20 setlinewidth 150 150 130 0 360 arc stroke showpage")
  }

  /// A gradient of gray and a red bar, made by Ghostscript.
  static func jpeg(width: Int) throws -> Data {
    try ghostscript(
      device: "jpeg", width: width,
      program: "0 1 29 { dup 30 div setgray 10 mul 0 10 300 rectfill } for "
        + "1 0 0 setrgbcolor 0 100 300 60 rectfill showpage")
  }

  private static func ghostscript(device: String, width: Int, program: String) throws -> Data {
    let scratch = try Scratch()
    let scale = Double(width) / 300
    _ = try Program.run(
      "gs",
      [
        "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=\(device)", "-g\(width)x\(width)",
        "-r72", "-sOutputFile=\(scratch.path("picture"))", "-c",
        "\(scale) \(scale) scale \(program)",
      ])
    return try scratch.read("picture")
  }
}
