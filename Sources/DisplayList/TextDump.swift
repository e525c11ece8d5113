package import Measures

/// A page as lines of text that a person can read and a tool can compare.
package enum TextDump {
  /// One line a mark, in drawing order, lengths in millimetres.
  package static func lines(of page: Page) -> [String] {
    var merged = LayeredItems()
    for layer in Layer.drawingOrder { merged[layer] = page.items(of: layer) }
    return ["page \(page.side.rawValue) of sheet \(page.sheet)"]
      + lines(size: page.size, items: merged)
  }

  /// The size of the paper, then one line a mark, in drawing order, lengths in millimetres.
  package static func lines(size: Size, items: LayeredItems) -> [String] {
    var lines = ["size \(size.width) \(size.height)"]
    for layer in Layer.drawingOrder {
      lines += items[layer].map { "\(layer.rawValue) \(text($0))" }
    }
    return lines
  }

  /// The left and top edge, width and height of a rectangle, in millimetres.
  package static func text(_ rect: Rect) -> String {
    "[\(rect.left) \(rect.top) \(rect.width) \(rect.height)]"
  }

  private static func text(_ point: Point) -> String { "\(point.x),\(point.y)" }

  private static func text(_ item: PageItem) -> String {
    switch item {
    case .text(let item): text(item)
    case .path(let item): text(item)
    case .image(let item):
      "image \(item.picture.format.rawValue) \(item.picture.width)x\(item.picture.height) "
        + text(item.frame) + (item.isTurned ? " turn 180" : "") + tags(item.field, item.box)
    case .mask(let item):
      "mask \(item.mask.width)x\(item.mask.height) \(text(item.frame)) ink \(item.ink.hex)"
        + (item.isTurned ? " turn 180" : "") + (item.role.map { " role=\($0.rawValue)" } ?? "")
    case .modules(let grid):
      "modules \(grid.count) \(text(grid.frame)) \"\(grid.source)\"" + tags(grid.field, grid.box)
        + (grid.reduction.map { " less \($0)" } ?? "")
    }
  }

  private static func text(_ item: TextItem) -> String {
    var line = "text \(text(item.origin)) width \(item.width) size \(item.size)"
    if item.ink != .black { line += " ink \(item.ink.hex)" }
    if item.rotation != 0 { line += " turn \(item.rotation)" }
    line += " \(item.source.debugDescription)" + tags(item.field, item.box)
    for run in item.runs {
      line += " \(run.face.rawValue):" + run.glyphs.map { "\($0.id)" }.joined(separator: ",")
    }
    return line
  }

  private static func text(_ item: PathItem) -> String {
    var line = "path"
    if let stroke = item.stroke {
      line += " stroke \(stroke.width) \(stroke.ink.hex)"
      if !stroke.dashes.isEmpty { line += " dashes \(stroke.dashes)" }
    }
    if let fill = item.fill { line += " fill \(fill.hex)" }
    line += tags(nil, item.box)
    for step in item.steps {
      switch step {
      case .move(let point): line += " M\(text(point))"
      case .line(let point): line += " L\(text(point))"
      case .curve(let a, let b, let c): line += " C\(text(a)) \(text(b)) \(text(c))"
      case .close: line += " Z"
      }
    }
    return line
  }

  private static func tags(_ field: String?, _ box: String?) -> String {
    (field.map { " field=\($0)" } ?? "") + (box.map { " box=\($0)" } ?? "")
  }
}
