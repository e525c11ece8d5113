import DisplayList
import Measures
import Testing
import Typography

struct ConcurrencyTests {
  @Test func `64 tasks that share a fresh catalogue get equal results`() async throws {
    let catalogue = try FontCatalogue(manifest: Fonts.manifest, source: MemoryCache().source)
    let shaper = Shaper(catalogue: catalogue)
    let style = TextStyle(role: .sans, size: .pt(9))
    let text = "NINGBO 宁波 “阳光” TRADING 贸易有限公司，张𠮷 20'GP 1,234.50 KGS"
    let results = try await withThrowingTaskGroup(of: [ShapedLine].self) { group in
      for _ in 0..<64 {
        group.addTask {
          for id in catalogue.manifest.order.prefix(8) {
            _ = catalogue.handle(for: id).unitsPerEm
          }
          return try shaper.lines(text, style: style, width: .mm(30))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64)
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test func `Faces lend themselves to FreeType`() throws {
    for id in Fonts.manifest.order {
      let face = Fonts.catalogue.handle(for: id)
      let units = face.withFTFace { _ in face.unitsPerEm }
      #expect(units > 0 && face.ascent > 0 && face.descent > 0, "\(id.rawValue)")
    }
  }
}
