import CCairo
import DisplayList

/// Which glyphs of a run show which bytes of the source text.
///
/// The runs of an item together carry the whole source: characters without a run go with the run
/// before them, else with the first. White space without a run stays out: the gap shows it.
struct TextClusters {
  let bytes: [UInt8]
  let clusters: [cairo_text_cluster_t]

  init(of item: TextItem, run index: Int) throws(RenderingError) {
    let source = Array(item.source.utf8)
    let range = Self.coveredRange(of: item, run: index, source: source)
    let glyphs = item.runs[index].glyphs
    guard item.fixedPitch == nil, item.rotation.truncatingRemainder(dividingBy: 90) == 0 else {
      // Readers take wide pitch for gaps and slanted text for many lines: one cluster states it.
      bytes = Array(source[range])
      clusters = [
        cairo_text_cluster_t(num_bytes: Int32(range.count), num_glyphs: Int32(glyphs.count))
      ]
      return
    }
    bytes = Array(source[range])
    clusters = try Self.clusters(of: glyphs, in: range, place: Self.place(of: item))
  }

  private static func coveredRange(
    of item: TextItem, run index: Int, source: [UInt8]
  ) -> Range<Int> {
    let shown = item.runs.indices.filter { !item.runs[$0].glyphs.isEmpty }
    let own = item.runs[index].range.clamped(to: 0..<source.count)
    let next = shown.first { $0 > index }
    let start = shown.first == index ? 0 : own.lowerBound
    let end = min(next.map { item.runs[$0].range.lowerBound } ?? source.count, source.count)
    let first = isBlank(source, start, own.lowerBound) ? own.lowerBound : start
    let last = isBlank(source, own.upperBound, end) ? own.upperBound : end
    return first..<max(first, last)
  }

  private static func isBlank(_ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
    start >= end || source[start..<end].allSatisfy { $0 <= 0x20 }
  }

  private static func clusters(
    of glyphs: [Glyph], in range: Range<Int>, place: String
  ) throws(RenderingError) -> [cairo_text_cluster_t] {
    var result: [cairo_text_cluster_t] = []
    var first = 0
    var start = range.lowerBound
    while first < glyphs.count {
      var last = first + 1
      while last < glyphs.count, glyphs[last].cluster == glyphs[first].cluster { last += 1 }
      let end = last < glyphs.count ? glyphs[last].cluster : range.upperBound
      guard end >= start, end <= range.upperBound else {
        throw RenderingError(.page, Wording.glyphOrder(place))
      }
      result.append(
        cairo_text_cluster_t(num_bytes: Int32(end - start), num_glyphs: Int32(last - first)))
      start = end
      first = last
    }
    return result
  }

  private static func place(of item: TextItem) -> String {
    item.field ?? item.box.map { "box \($0)" } ?? "the form"
  }
}
