import DisplayList
import Foundation
import Measures
import Testing
import Typography

/// Prints how long things take on this computer; a figure alone never fails a test.
@Suite(.serialized) struct TimingTests {
  private let style = TextStyle(role: .sans, size: .pt(9))

  private func measure<R>(_ name: String, _ work: () throws -> R) rethrows -> R {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let taken = start.duration(to: clock.now) / .milliseconds(1)
    print("timing \(name): \((taken * 1000).rounded() / 1000) ms")
    return result
  }

  @Test func `Opening fonts, cold and warm`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "timing-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for round in ["cold", "warm", "warm again"] {
      let catalogue = try measure("\(round), open the catalogue") {
        try FontCatalogue(manifest: Fonts.manifest, source: .live(cacheFolder: folder.path))
      }
      let shaper = Shaper(catalogue: catalogue)
      _ = try measure("\(round), first Latin line") {
        try shaper.line("CERTIFICATE OF ORIGIN", style: style)
      }
      let line = try measure("\(round), first Chinese line") {
        try shaper.line("原产地证明书", style: style)
      }
      measure("\(round), FreeType face of the subset") {
        for run in line.runs { catalogue.handle(for: run.face).withFTFace { _ in } }
      }
      #expect(line.runs.count == 1)
    }
  }

  @Test func `Setting text`() throws {
    let texts = (0..<1000).map { "NINGBO SUNSHINE \($0) TRADING CO., LTD. 宁波阳光\($0)贸易有限公司" }
    let shaper = Shaper(catalogue: Fonts.catalogue)
    _ = try shaper.line(texts[0], style: style)
    for round in ["fresh", "kept"] {
      try measure("1000 \(round) lines of 50 characters") {
        for text in texts { _ = try shaper.line(text, style: style) }
      }
      try measure("1000 \(round) fits into three lines") {
        for text in texts {
          _ = try shaper.fit(
            text, style: style, into: Size(width: .mm(40), height: .mm(10)),
            policy: FitPolicy(minimumSize: .pt(6), wraps: true))
        }
      }
    }
  }
}
