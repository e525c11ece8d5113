import Diagnostics
import DisplayList
import Foundation
import Measures
import Synchronization
import Testing
import Typography

struct ManifestTests {
  private var yaml: String {
    get throws { try String(contentsOf: Fonts.manifestFile, encoding: .utf8) }
  }

  private func faults(_ change: (String) -> String) throws -> [String] {
    do {
      _ = try Fonts.manifest(change(yaml), file: "fonts.yaml")
      return []
    } catch let refusal as Refusal {
      return refusal.diagnostics.map { $0.text(in: .english) }
    }
  }

  @Test func `The checkout's manifest is sound and the computer's fonts agree with it`() {
    let findings = Findings()
    Fonts.manifest.verify(.live(cacheFolder: nil), findings)
    #expect(findings.diagnostics.map { $0.text(in: .english) } == [])
  }

  @Test func `Faults are reported with their places`() throws {
    let found = try faults { yaml in
      yaml.replacingOccurrences(of: "  cjk:\n", with: "  kanji:\n")
        .replacingOccurrences(of: "[serif-regular,", with: "[serif-regulr,")
        .replacingOccurrences(of: "index: 2", with: "indx: 2")
    }
    #expect(found.contains { $0.contains("'indx' is not a known field (did you mean 'index'?)") })
    let orders = try faults { yaml in
      yaml.replacingOccurrences(of: "  cjk:\n", with: "  kanji:\n")
        .replacingOccurrences(of: "[serif-regular,", with: "[serif-regulr,")
    }
    #expect(
      orders.contains {
        $0.hasPrefix("error: fonts.yaml:")
          && $0.contains("there is no face 'serif-regulr' (did you mean 'serif-regular'?)")
      })
    #expect(orders.contains { $0.contains("role 'cjk' is missing") })
    let subset = try faults {
      $0.replacingOccurrences(of: "subset-of: cjk-bold", with: "subset-of: cjk-core-regular")
    }
    #expect(subset.contains { $0.contains("'cjk-core-regular' is itself a subset") })
    let values = try faults {
      $0.replacingOccurrences(of: "characters: gb2312", with: "characters: gb2313")
        .replacingOccurrences(of: "ascent: 0.905", with: "ascent: 9")
        .replacingOccurrences(of: "sha256: 1c", with: "sha256: XY")
        .replacingOccurrences(of: "path: /usr", with: "path: usr")
    }
    for part in [
      "did you mean 'gb2312'?", "'ascent' must be", "is not a SHA-256", "not an absolute path",
    ] {
      #expect(values.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test func `A missing font names its package`() throws {
    var source = FontSource.live(cacheFolder: nil)
    let open = source.open
    source.open = { $0.contains("Noto") ? nil : open($0) }
    let failure = #expect(throws: FontFailure.self) {
      try FontCatalogue(manifest: Fonts.manifest, source: source)
    }
    #expect(failure?.code == .missing)
    #expect(
      failure?.message.english.hasSuffix("NotoSansCJK-Bold.ttc; install fonts-noto-cjk") == true)
    let findings = Findings()
    Fonts.manifest.verify(source, findings)
    #expect(findings.diagnostics.filter { $0.hint?.english == "install fonts-noto-cjk" }.count == 2)
  }

  @Test func `A changed font is refused until its stamp is checked anew`() throws {
    let cache = MemoryCache()
    _ = try FontCatalogue(manifest: Fonts.manifest, source: cache.source)
    #expect(cache.contents.keys.sorted() == ["font-stamps"])
    var source = cache.source
    let open = source.open
    source.open = { path in
      guard path.contains("LiberationSans-Bold"), let file = open(path) else { return open(path) }
      let stamp = FontSource.Stamp(size: file.stamp.size, modified: file.stamp.modified + 1)
      return FontSource.File(bytes: FontBytes([1, 2, 3]), stamp: stamp)
    }
    let failure = #expect(throws: FontFailure.self) {
      try FontCatalogue(manifest: Fonts.manifest, source: source)
    }
    #expect(failure?.code == .changed)
    #expect(failure?.message.english.contains("LiberationSans-Bold.ttf is not the version") == true)
    let findings = Findings()
    Fonts.manifest.verify(source, findings)
    #expect(findings.diagnostics.count == 2)
  }

  @Test func `Latin text opens no Chinese face`() throws {
    let catalogue = try FontCatalogue(manifest: Fonts.manifest, source: MemoryCache().source)
    #expect(openFaces(of: catalogue) == [])
    let shaper = Shaper(catalogue: catalogue)
    _ = try shaper.lines(
      "CERTIFICATE “OF” ORIGIN – ☐ 5 × 3", style: TextStyle(role: .sans, size: .pt(9)),
      width: .mm(9))
    #expect(openFaces(of: catalogue) == ["sans-regular", "symbols-regular"].map { FaceID($0) })
    _ = try shaper.line("中国", style: TextStyle(role: .sans, size: .pt(9)))
    #expect(!openFaces(of: catalogue).contains(FaceID("cjk-regular")))
  }

  /// The faces that have been opened so far.
  private func openFaces(of catalogue: FontCatalogue) -> [FaceID] {
    catalogue.manifest.order.filter { catalogue.handle(for: $0).isOpen }
  }
}
