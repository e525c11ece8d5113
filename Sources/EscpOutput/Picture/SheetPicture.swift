package import DisplayList
import Foundation
package import Measures

/// Draws a form as the bytes of its job say it comes out: every dot of the pins, and the resident
/// characters in a typewriter face at the printer's pitch, because no printer tells its font.
package struct SheetPicture {
  private let size: Size
  private let rasterize: Rasterize
  private let typeset: (_ text: String, _ pitch: Length) throws -> TextItem

  /// A picture of forms of one size.
  ///
  /// - Parameters:
  ///   - size: the paper.
  ///   - rasterize: draws marks as dots.
  ///   - typeset: sets a text in a typewriter face of a pitch, as large as the pitch asks.
  package init(
    size: Size, rasterize: @escaping Rasterize,
    typeset: @escaping (_ text: String, _ pitch: Length) throws -> TextItem
  ) {
    self.size = size
    self.rasterize = rasterize
    self.typeset = typeset
  }

  /// The form itself under what was struck on it.
  package func page(_ sheet: SheetReading, on page: Page) throws -> Page {
    let mask = MaskItem(
      mask: try mask(of: sheet), ink: Self.ribbon, frame: Rect(origin: .zero, size: size))
    var items = LayeredItems()
    items.append(.mask(mask), to: .data)
    return Page(template: page.template, items: items, side: page.side, sheet: page.sheet)
  }

  /// The ink of one form, 360 dots per inch.
  package func mask(of sheet: SheetReading) throws -> InkMask {
    var canvas = InkCanvas(
      width: PlanUnit.round(size.width), height: PlanUnit.round(size.height))
    for line in sheet.lines {
      for mark in line.marks {
        switch mark.strike {
        case .image(let columns): canvas.strike(columns, x: mark.x, y: line.y)
        case .text(let text, let pitch):
          canvas.add(try glyphs(text, pitch), x: mark.x, y: line.y - Self.rise)
        }
      }
    }
    return canvas.mask
  }

  /// A text as tall as the pins make it and as wide as its pitch.
  private func glyphs(_ text: String, _ pitch: Int) throws -> InkMask {
    let isSmall = pitch == Self.smallPitch
    let advance = isSmall ? PlanUnit.length(pitch) : Self.advance
    let item = try typeset(text, advance)
    let rows = Self.rise + PlanUnit.headHeight + Self.tail
    let frame = Rect(
      x: .zero, y: -PlanUnit.length(PlanUnit.baselineDrop + Self.rise), width: advance * text.count,
      height: PlanUnit.length(rows))
    return try rasterize([.text(item)], frame, text.count * pitch, rows)
  }

  /// The advance of a face whose capitals are as tall as resident ones.
  private static let advance = Length.pt(6.24)
  /// The face's accents stand higher than those that 24 pins make.
  private static let rise = 10
  /// Its tails are longer than those of four pins.
  private static let tail = 6
  /// 15 characters to the inch are less tall than all others.
  private static let smallPitch = 24
  private static let ribbon = Ink(red: 38, green: 38, blue: 46)
}
