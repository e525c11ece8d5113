import Certificates
import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Support
import Typesetting
import Typography

/// The fonts, devices and typesetters of the tests; fonts are prepared once on a computer.
enum Workshop {
  private static let sharedCatalogue = Result {
    let findings = Findings()
    let manifest = FontManifest(try Site.yaml("Fonts/fonts.yaml"), findings)
    try findings.throwErrors()
    guard let manifest else { throw Refusal(findings.diagnostics) }
    let cache = FileManager.default.temporaryDirectory.appending(path: "originpress-test-fonts")
    return try FontCatalogue(manifest: manifest, source: .live(cacheFolder: cache.path))
  }

  private static let sharedShaper = Result { Shaper(catalogue: try sharedCatalogue.get()) }

  private static let sharedTypesetter = Result { try freshTypesetter() }

  static func catalogue() throws -> FontCatalogue { try sharedCatalogue.get() }

  static func device(_ name: String = "generic-laser") throws -> DeviceProfile {
    try DeviceProfile.read(
      name, from: [UInt8](try Repository.bytes("printers/\(name).yaml")), file: "\(name).yaml")
  }

  static func freshTypesetter(_ device: DeviceProfile? = nil) throws -> Typesetter {
    Typesetter(shaper: try sharedShaper.get(), device: try device ?? Self.device())
  }

  /// A form set for the default device as a preview.
  static func document(_ form: BoundForm, as rendition: Rendition = .draft) throws -> Document {
    try sharedTypesetter.get().document(of: form, as: rendition)
  }

  /// A changed sample, set.
  static func document(
    _ code: String, items: Int = 1, seed: Int = 0,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> Document {
    try document(try Site.load().form(code, items: items, seed: seed, change))
  }

  /// What is wrong with a changed sample, as `field: key`; nothing when it is set.
  static func refusal(
    _ code: String, items: Int = 1, device: DeviceProfile? = nil,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> [String] {
    let form = try Site.load().form(code, items: items, change)
    do {
      let typesetter = try device.map { try freshTypesetter($0) } ?? sharedTypesetter.get()
      _ = try typesetter.document(of: form, as: .draft)
      return []
    } catch let refusal as Refusal {
      return refusal.diagnostics.map { "\($0.place.path): \($0.message.key)" }
    }
  }
}

extension Page {
  /// The texts of a layer in drawing order.
  func texts(_ layer: Layer = .data) -> [TextItem] {
    items(of: layer).compactMap { item in
      if case .text(let text) = item { return text }
      return nil
    }
  }

  var images: [ImageItem] {
    items(of: .data).compactMap { item in
      if case .image(let image) = item { return image }
      return nil
    }
  }

  var codes: [ModuleGrid] {
    items(of: .data).compactMap { item in
      if case .modules(let grid) = item { return grid }
      return nil
    }
  }
}

extension TextItem {
  /// Where the line's ink stands: a capital's or character's height over and a little below the
  /// baseline.
  var inkFrame: Rect {
    Rect(
      x: origin.x, y: origin.y - size.scaled(by: 0.74), width: width, height: size.scaled(by: 0.88))
  }
}

extension String {
  /// The text without white space, as it can be found again however it was broken.
  var dense: String { String(filter { !$0.isWhitespace }) }
}
