import CCairo
package import DisplayList
import Foundation
package import Measures
package import Typography

/// Draws marks in gray for printers that put dots on paper themselves.
///
/// Keeps opened faces and pictures. One renderer belongs to one task.
package final class DotRenderer {
  private let tools: DrawingTools

  /// A renderer for pages set with a catalogue's faces.
  package init(fonts: FontCatalogue) {
    tools = DrawingTools(
      faces: FaceCache(open: fonts.open), pictures: PictureCache(), masks: MaskCache(),
      isCrisp: false)
  }

  /// The ink of some marks in a frame that has so many dots across and down.
  ///
  /// - Throws: ``RenderingError`` when a mark cannot be drawn.
  package func mask(
    of items: [PageItem], in frame: Rect, columns: Int, rows: Int
  ) throws(RenderingError) -> InkMask {
    let plane = try InkPlane(.gray, width: columns, lines: rows)
    var matrix = cairo_matrix_t()
    let (x, y) = (Double(columns) / frame.width.pt, Double(rows) / frame.height.pt)
    unsafe cairo_matrix_init(&matrix, x, 0, 0, y, -frame.left.pt * x, -frame.top.pt * y)
    let window = BandWindow(top: 0, lines: 0..<rows)
    plane.clear(rows: window.rows)
    try plane.draw(items, matrix: matrix, window: window, with: tools)
    var coverage = Data(capacity: columns * rows)
    unsafe plane.withLines { bytes, stride in
      for row in 0..<rows {
        unsafe coverage.append(contentsOf: bytes[(row * stride)..<(row * stride + columns)])
      }
    }
    return InkMask(width: columns, height: rows, coverage: coverage)
  }
}
