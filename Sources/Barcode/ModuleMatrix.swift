package import DisplayList
package import Measures

/// The square modules of a two-dimensional code, not yet at a place.
package struct ModuleMatrix: Hashable, Sendable {
  /// Modules on a side, without the quiet zone.
  package let count: Int
  /// `count`² values row by row, true for a dark module.
  package let modules: [Bool]
  /// The text that the code carries.
  package let source: String

  /// A square code from its values row by row; `modules` has `count`² of them.
  package init(count: Int, modules: [Bool], source: String) {
    precondition(modules.count == count * count, "a module matrix is square")
    self.count = count
    self.modules = modules
    self.source = source
  }

  /// The quiet zone that ISO/IEC 18004, 6.3.8 asks for, in modules.
  package static let quietZone = 4

  /// The code with the top left corner of its first module at `origin`.
  package func grid(
    at origin: Point, moduleSize: Length, quietZone: Int = Self.quietZone, field: String? = nil,
    box: String? = nil, reduction: Length? = nil
  ) -> ModuleGrid {
    let side = moduleSize * count
    return ModuleGrid(
      count: count, modules: modules,
      frame: Rect(origin: origin, size: Size(width: side, height: side)), quietZone: quietZone,
      source: source, field: field, box: box, reduction: reduction)
  }

  /// The code with its quiet zone in the middle of `square`, as large as fits.
  ///
  /// With `dotsPerInch` the module is a whole number of dots, so that all modules print equally
  /// large. Throws ``BarcodeError`` when a module would be smaller than `minimumModule`.
  package func grid(
    fitting square: Rect, dotsPerInch: Int? = nil, minimumModule: Length = .mm(0.25),
    quietZone: Int = Self.quietZone, field: String? = nil, box: String? = nil,
    reduction: Length? = nil
  ) throws(BarcodeError) -> ModuleGrid {
    let across = count + 2 * quietZone
    var size = min(square.width, square.height) / across
    if let dotsPerInch {
      let dot = Length.unitsPerInch / dotsPerInch
      size = Length(units: size.units / dot * dot)
    }
    guard size >= minimumModule, size > .zero else {
      throw BarcodeError(
        .placeTooSmall,
        Wording.placeTooSmall(modules: across, square: square, minimumModule: minimumModule))
    }
    let half = size * count / 2
    let origin = Point(x: square.centre.x - half, y: square.centre.y - half)
    return grid(
      at: Self.snapped(origin, dotsPerInch), moduleSize: size, quietZone: quietZone, field: field,
      box: box, reduction: reduction)
  }

  private static func snapped(_ point: Point, _ dotsPerInch: Int?) -> Point {
    guard let dotsPerInch else { return point }
    let dot = Length.unitsPerInch / dotsPerInch
    func snap(_ length: Length) -> Length { Length(units: length.units / dot * dot) }
    return Point(x: snap(point.x), y: snap(point.y))
  }
}
