import Diagnostics
import Foundation
import Notation
import Typography

/// The fonts of the checkout, for all suites of this target.
enum Fonts {
  /// The checkout's `Fonts/fonts.yaml`.
  static let manifestFile = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fonts/fonts.yaml")

  static let manifest: FontManifest = {
    do {
      return try manifest(String(contentsOf: manifestFile, encoding: .utf8), file: "fonts.yaml")
    } catch {
      preconditionFailure("fonts.yaml: \(error)")
    }
  }()

  /// One catalogue for the whole run, with a cache that lives in memory.
  static let catalogue: FontCatalogue = {
    do {
      return try FontCatalogue(manifest: manifest, source: MemoryCache().source)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let shaper = Shaper(catalogue: catalogue)

  static func manifest(_ yaml: String, file: String) throws -> FontManifest {
    let findings = Findings()
    let node = try YAMLText.parse(Array(yaml.utf8), file: file)
    let manifest = FontManifest(node, findings)
    try findings.throwErrors()
    guard let manifest else { throw Refusal(findings.diagnostics) }
    return manifest
  }
}
