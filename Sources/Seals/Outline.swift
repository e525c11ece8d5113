/// The shape fitted to a mark, in pixels of the scan (sealing.md §5.2, step 6).
struct Outline: Sendable {
  let shape: SealShape
  let centre: PixelPoint
  /// The longer axis or side; across for handwriting.
  let length: Double
  /// The shorter axis or side; down for handwriting.
  let breadth: Double
  /// How far the length is turned from the scan's rows, anticlockwise, in radians, within ±π/2.
  let angle: Double
  /// How far the mark is turned from standing straight, anticlockwise, in radians.
  ///
  /// No more than π/4, for a mark stands upright on its scan. Round seals and signatures stay as they
  /// are: nothing tells how they should stand.
  let skew: Double
  /// How much of the shape's own line the ink covers, 0 to 1.
  let closed: Double
  /// How much of the shape's area the ink covers, 0 to 1.
  let covered: Double
  /// What surrounds all ink tightly.
  let hull: [PixelPoint]

  /// The size across the straightened mark, in pixels.
  var across: Double { abs(angle - skew) < 0.1 ? length : breadth }
  /// The size down the straightened mark, in pixels.
  var down: Double { abs(angle - skew) < 0.1 ? breadth : length }

  /// Fits the shape that most of the mark's outer edge follows.
  init(_ components: Components, kind: SealKind) {
    let silhouette = Silhouette(components)
    hull = silhouette.hull
    let scan = components.scan
    let tolerance = scan.pixels(mm: 0.3)
    let box = FittedShape(box: silhouette.points)
    var fitted = box
    if !kind.isHandwritten {
      let candidates = [
        FittedShape(ellipse: silhouette.points, unit: scan.pixels(mm: 1)),
        FittedShape(rectangle: silhouette.points, hull: hull, unit: scan.pixels(mm: 1)),
      ].compactMap { $0 }
      fitted =
        candidates.max {
          $0.agreement(with: silhouette.points, tolerance)
            < $1.agreement(with: silhouette.points, tolerance)
        } ?? box
    }
    shape = fitted.shape
    centre = fitted.centre
    length = fitted.length
    breadth = fitted.breadth
    angle = fitted.angle
    skew = fitted.skew
    closed = kind.isHandwritten ? 1 : fitted.closed(in: components)
    covered = Double(components.weight) / 255 / max(fitted.area, 1)
  }
}
