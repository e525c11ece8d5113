import Measures

extension Page {
  /// The page upside down on its paper, exact to the unit: turning it twice gives it back.
  package var turned: Page {
    Page(
      template: template.turned, items: items.turned(on: size), side: side, sheet: sheet,
      boxes: boxes.mapValues { $0.turned(on: size) },
      places: places.map { MarkPlace(role: $0.role, frame: $0.frame.turned(on: size)) })
  }
}

extension LayeredItems {
  /// All marks upside down on a paper, in the same drawing order.
  func turned(on paper: Size) -> LayeredItems {
    var result = LayeredItems()
    for layer in Layer.allCases { result[layer] = self[layer].map { $0.turned(on: paper) } }
    return result
  }
}

extension PageItem {
  /// The mark upside down on a paper.
  func turned(on paper: Size) -> PageItem {
    switch self {
    case .text(var item):
      item.origin = item.origin.turned(on: paper)
      item.rotation += item.rotation < 180 ? 180 : -180
      return .text(item)
    case .path(let item):
      let steps = item.steps.map { $0.turned(on: paper) }
      return .path(PathItem(steps: steps, stroke: item.stroke, fill: item.fill, box: item.box))
    case .image(let item):
      return .image(
        ImageItem(
          picture: item.picture, frame: item.frame.turned(on: paper), isTurned: !item.isTurned,
          field: item.field, box: item.box))
    case .mask(let item):
      return .mask(
        MaskItem(
          mask: item.mask, ink: item.ink, frame: item.frame.turned(on: paper),
          isTurned: !item.isTurned, role: item.role))
    case .modules(let grid):
      return .modules(
        ModuleGrid(
          count: grid.count, modules: grid.modules.reversed(), frame: grid.frame.turned(on: paper),
          quietZone: grid.quietZone, source: grid.source, field: grid.field, box: grid.box,
          reduction: grid.reduction))
    }
  }
}

extension PathStep {
  fileprivate func turned(on paper: Size) -> PathStep {
    switch self {
    case .move(let point): .move(point.turned(on: paper))
    case .line(let point): .line(point.turned(on: paper))
    case .curve(let a, let b, let c):
      .curve(a.turned(on: paper), b.turned(on: paper), c.turned(on: paper))
    case .close: .close
    }
  }
}

extension Point {
  fileprivate func turned(on paper: Size) -> Point {
    Point(x: paper.width - x, y: paper.height - y)
  }
}

extension Rect {
  func turned(on paper: Size) -> Rect {
    Rect(x: paper.width - right, y: paper.height - bottom, width: width, height: height)
  }
}
