import Certificates
import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Seals
import Support
import Typesetting
import Typography

/// Released documents to be stamped, and stamps made by hand.
enum Workplace {
  private static let shared = Result {
    let findings = Findings()
    let manifest = FontManifest(try Site.yaml("Fonts/fonts.yaml"), findings)
    try findings.throwErrors()
    guard let manifest else { throw Refusal(findings.diagnostics) }
    let cache = FileManager.default.temporaryDirectory.appending(path: "originpress-test-fonts")
    return try FontCatalogue(manifest: manifest, source: .live(cacheFolder: cache.path))
  }

  static func fonts() throws -> FontCatalogue { try shared.get() }

  private static let sharedTypesetter = Result { try freshTypesetter() }

  static func typesetter() throws -> Typesetter { try sharedTypesetter.get() }

  private static func freshTypesetter() throws -> Typesetter {
    let device = try DeviceProfile.read(
      "generic-laser", from: [UInt8](try Repository.bytes("printers/generic-laser.yaml")),
      file: "generic-laser.yaml")
    return Typesetter(shaper: Shaper(catalogue: try fonts()), device: device)
  }

  /// A code that nobody signed.
  static let credential = PrintedCredential(
    code: "HTTPS://CHECK.EXAMPLE.ORG/V/AAAA", checkCode: "7Q4K2M", serial: "CCPIT000000000001")

  /// A sample certificate set as an output.
  static func released(
    _ code: String = "C", items: Int = 1, as kind: OutputKind = .original
  ) throws -> ReleasedDocument {
    try typesetter().released(
      try Site.load().form(code, items: items), as: kind, credential: credential)
  }

  static let red = Ink(red: 200, green: 20, blue: 40)

  /// A stamp whose left half is covered all over and whose right half has a rim only.
  static func stamp(
    mm: Double = 42, ink: Ink = red, percent: Int = 100, offset: Point = .zero, dots: Int = 420
  ) -> SealStamp {
    let middle = Double(dots) / 2
    let coverage = (0..<(dots * dots)).map { index -> UInt8 in
      let (x, y) = (Double(index % dots) + 0.5 - middle, Double(index / dots) + 0.5 - middle)
      let radius = (x * x + y * y).squareRoot()
      return radius <= middle && (x < 0 || radius > middle * 0.94) ? 255 : 0
    }
    return SealStamp(
      mask: InkMask(width: dots, height: dots, coverage: Data(coverage)), ink: ink,
      size: Size(width: .mm(mm), height: .mm(mm)),
      adjustment: SealAdjustment(percent: percent, offset: offset))
  }
}

extension Document {
  /// The masks of every page.
  var masks: [[MaskItem]] {
    pages.map { page in
      page.items(of: .seal).compactMap { item in
        if case .mask(let mask) = item { return mask }
        return nil
      }
    }
  }
}
