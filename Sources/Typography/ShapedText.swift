import Measures

/// One paragraph shaped in font units; set at any size without shaping it again.
final class ShapedText: Sendable {
  /// One glyph; lengths in units of its face.
  struct Item: Sendable {
    let id: UInt32
    /// The index of the face in the order it was shaped with.
    let face: Int32
    let advance: Int32
    let dx: Int32
    let dy: Int32
    /// UTF-8 offset of the first character it shows.
    let cluster: Int32
  }

  let text: String
  /// The glyphs in the order of the text: offsets never fall.
  let items: [Item]
  let order: [FontFace]
  /// Font units in one em of each face of the order; 0 where no glyph is of that face.
  private let unitsPerEm: [Int]

  /// Shapes a text in the first face of the order that has each character.
  init(_ text: String, order: [FontFace]) throws(MissingCharacters) {
    self.text = text
    self.order = order
    var items: [Item] = []
    items.reserveCapacity(text.utf8.count)
    var unitsPerEm = [Int](repeating: 0, count: order.count)
    for span in try FaceSpan.spans(of: text, order: order) {
      let font = order[span.face].font
      unitsPerEm[span.face] = font.unitsPerEm
      Shaping.append(span, face: font, to: &items)
    }
    self.items = items
    self.unitsPerEm = unitsPerEm
  }

  /// Font units of an item's face at a size, rounded to the nearest unit of length.
  func length(_ value: Int32, of item: Item, at size: Length) -> Int {
    let em = unitsPerEm[Int(item.face)]
    let product = 2 * Int(value) * size.units + em
    return product >= 0 ? product / (2 * em) : -((2 * em - 1 - product) / (2 * em))
  }
}
