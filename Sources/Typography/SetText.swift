import DisplayList
import Measures

/// A shaped paragraph at one size: where each glyph begins.
struct SetText {
  let shaped: ShapedText
  let size: Length
  /// Where the pen stands before each glyph, and after the last.
  let pen: [Int]
  /// Where each glyph is drawn: the pen, or the middle of its cells where the pitch is fixed.
  private let drawn: [Int]

  init(_ shaped: ShapedText, size: Length, fixedPitch: Length?) {
    self.shaped = shaped
    self.size = size
    let advances = shaped.items.map { shaped.length($0.advance, of: $0, at: size) }
    if let fixedPitch {
      (pen, drawn) = Self.fixed(shaped, advances, size, fixedPitch)
    } else {
      var pen = [0]
      pen.reserveCapacity(advances.count + 1)
      for advance in advances { pen.append(pen[pen.count - 1] + advance) }
      self.pen = pen
      drawn = Array(pen.dropLast())
    }
  }

  /// Each character in the middle of its one or two cells.
  private static func fixed(
    _ shaped: ShapedText, _ advances: [Int], _ size: Length, _ pitch: Length
  ) -> (pen: [Int], drawn: [Int]) {
    var pen: [Int] = []
    var drawn: [Int] = []
    var start = 0
    var index = 0
    while index < advances.count {
      let cluster = shaped.items[index].cluster
      let end = shaped.items[index...].firstIndex { $0.cluster != cluster } ?? advances.count
      let natural = advances[index..<end].reduce(0, +)
      let cells = natural == 0 ? 0 : Self.cells(shaped.text, Int(cluster), natural, size)
      let width = cells * pitch.units
      var x = start + (width - natural) / 2
      for glyph in index..<end {
        pen.append(start)
        drawn.append(x)
        x += advances[glyph]
      }
      start += width
      index = end
    }
    return (pen + [start], drawn)
  }

  private static func cells(_ text: String, _ offset: Int, _ natural: Int, _ size: Length) -> Int {
    let index = text.utf8.index(text.startIndex, offsetBy: offset)
    return Coverage.cells(
      text.unicodeScalars[index], hasWideGlyph: natural * 10 >= size.units * 9)
  }

  /// The first glyph at or after a UTF-8 offset.
  func glyph(at offset: Int) -> Int {
    var low = 0
    var high = shaped.items.count
    while low < high {
      let middle = (low + high) / 2
      if Int(shaped.items[middle].cluster) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The advance of a UTF-8 range.
  func width(_ range: Range<Int>) -> Length {
    Length(units: pen[glyph(at: range.upperBound)] - pen[glyph(at: range.lowerBound)])
  }

  /// The glyphs of a UTF-8 range, measured from its start, split where the face changes.
  func runs(_ range: Range<Int>) -> [GlyphRun] {
    let glyphs = glyph(at: range.lowerBound)..<glyph(at: range.upperBound)
    guard !glyphs.isEmpty else { return [] }
    var runs: [GlyphRun] = []
    var start = glyphs.lowerBound
    while start < glyphs.upperBound {
      let face = shaped.items[start].face
      let end =
        shaped.items[start..<glyphs.upperBound].firstIndex { $0.face != face } ?? glyphs.upperBound
      let to = end < glyphs.upperBound ? Int(shaped.items[end].cluster) : range.upperBound
      let from = start == glyphs.lowerBound ? range.lowerBound : Int(shaped.items[start].cluster)
      runs.append(
        GlyphRun(
          face: shaped.order[Int(face)].id,
          glyphs: (start..<end).map {
            placed($0, from: glyphs.lowerBound, offset: range.lowerBound)
          },
          range: from - range.lowerBound..<to - range.lowerBound))
      start = end
    }
    return runs
  }

  private func placed(_ index: Int, from first: Int, offset: Int) -> Glyph {
    let item = shaped.items[index]
    let x = drawn[index] - pen[first] + shaped.length(item.dx, of: item, at: size)
    let y = -shaped.length(item.dy, of: item, at: size)
    return Glyph(
      id: item.id,
      offset: Point(x: Length(units: x), y: Length(units: y)),
      cluster: Int(item.cluster) - offset)
  }
}
