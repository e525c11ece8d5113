import DisplayList
import Measures

/// One character of a line of fixed pitch with the cells it takes.
struct TextCell {
  /// The character; a space for every kind of blank.
  let character: Character
  /// The first of its cells, from the start of the line.
  let start: Int
  /// One or two.
  let count: Int
  /// Its glyphs, each with its face.
  let glyphs: [(face: FaceID, glyph: Glyph)]

  /// The cells of a line without the blanks at its end.
  ///
  /// Glyphs stand in the middle of their cells, so the cell follows from the place of the first.
  static func cells(of item: TextItem, pitch: Length) -> [TextCell] {
    let clusters = clusters(of: item)
    let source = Array(item.source.utf8)
    let starts = clusters.map { start(of: $0.glyphs, pitch) }
    let total = Int((Double(item.width.units) / Double(pitch.units)).rounded())
    var cells: [TextCell] = []
    for (index, cluster) in clusters.enumerated() {
      let end = index + 1 < clusters.count ? clusters[index + 1].offset : source.count
      let text = String(decoding: source[cluster.offset..<end], as: UTF8.self)
      let next = index + 1 < starts.count ? starts[index + 1] : total
      guard let first = text.first else { continue }
      cells.append(
        TextCell(
          character: first.isWhitespace ? " " : text.count == 1 ? first : "\u{FFFD}",
          start: starts[index], count: min(2, max(1, next - starts[index])),
          glyphs: cluster.glyphs))
    }
    while cells.last?.character == " " { cells.removeLast() }
    return cells
  }

  private typealias Cluster = (offset: Int, glyphs: [(face: FaceID, glyph: Glyph)])

  private static func clusters(of item: TextItem) -> [Cluster] {
    var clusters: [Cluster] = []
    for run in item.runs {
      for glyph in run.glyphs {
        if clusters.last?.offset == glyph.cluster {
          clusters[clusters.count - 1].glyphs.append((run.face, glyph))
        } else {
          clusters.append((glyph.cluster, [(run.face, glyph)]))
        }
      }
    }
    return clusters
  }

  /// A glyph may stand up to a third of a cell before its own, or begin inside it.
  private static func start(
    of glyphs: [(face: FaceID, glyph: Glyph)], _ pitch: Length
  ) -> Int {
    let left = glyphs.map(\.glyph.offset.x.units).min() ?? 0
    return Int((Double(left) / Double(pitch.units) + 0.35).rounded(.down))
  }
}
