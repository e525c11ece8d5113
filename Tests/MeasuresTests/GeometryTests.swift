import Measures
import Testing

/// Rectangles on a page: y grows downwards.
@Suite struct GeometryTests {
  private let box = Rect(x: .mm(20), y: .mm(10), width: .mm(100), height: .mm(50))

  private func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(x: .mm(x), y: .mm(y), width: .mm(width), height: .mm(height))
  }

  @Test func edges() {
    #expect([box.left, box.top, box.right, box.bottom].map(\.mm) == [20, 10, 120, 60])
    #expect(box.centre == Point(x: .mm(70), y: .mm(35)))
    #expect(box.width == .mm(100) && box.height == .mm(50))
  }

  @Test func pointsAddLikeDistances() {
    let a = Point(x: .mm(1), y: .mm(2))
    let b = Point(x: .mm(30), y: .mm(40))
    #expect(a + b == Point(x: .mm(31), y: .mm(42)))
    #expect(a + b - b == a)
    #expect(a + .zero == a)
  }

  @Test func a4IsISO216() {
    #expect(Size.a4 == Size(width: .mm(210), height: .mm(297)))
  }

  @Test func containsTakesSharedEdges() {
    #expect(box.contains(box))
    #expect(box.contains(rect(20, 10, 1, 1)))
    #expect(!box.contains(rect(19.99, 10, 1, 1)))
    #expect(!box.contains(rect(119.5, 10, 1, 1)))
    #expect(!box.contains(rect(20, 59.5, 1, 1)))
  }

  @Test func touchingIsNoOverlap() {
    #expect(box.overlaps(box))
    #expect(box.overlaps(rect(119.99, 59.99, 10, 10)))
    #expect(!box.overlaps(rect(120, 10, 10, 10)))
    #expect(!box.overlaps(rect(20, 60, 10, 10)))
    #expect(!box.overlaps(rect(0, 0, 20, 100)))
  }

  @Test func insetNeverTurnsOver() {
    #expect(
      box.inset(left: .mm(1), top: .mm(2), right: .mm(3), bottom: .mm(4))
        == rect(21, 12, 96, 44))
    let nothing = box.inset(left: .mm(60), right: .mm(60))
    #expect(nothing.width == .zero && nothing.left == .mm(80))
  }
}

/// Affine maps of page coordinates, as calibrations need them.
@Suite struct TransformTests {
  private let point = Point(x: .mm(100), y: .mm(200))

  @Test func identityLeavesEverything() {
    #expect(Transform.identity.apply(point) == point)
  }

  @Test func shiftsAndScales() {
    let map = Transform(xx: 1.01, yy: 0.99, dx: .mm(-2), dy: .mm(1.5))
    #expect(map.apply(point) == Point(x: .mm(99), y: .mm(199.5)))
  }

  @Test func aSmallTurnMovesAcross() {
    let map = Transform(xx: 1, xy: 0.01, yx: -0.01, yy: 1)
    #expect(map.apply(point) == Point(x: .mm(102), y: .mm(199)))
    #expect(map.apply(.zero) == .zero)
  }
}
