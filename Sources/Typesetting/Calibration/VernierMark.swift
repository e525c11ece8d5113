import Diagnostics
import DisplayList
import Measures

/// A cross with two scales of 0.9 mm: of a scale's ticks, that which meets a millimetre line of a ruler has
/// the number of tenths by which the cross stands behind the last whole millimetre.
struct VernierMark {
  let number: Int
  let place: Point
  /// Whether it has a scale to the right beside the one down.
  let hasAcross: Bool

  init(number: Int, at place: Point, hasAcross: Bool = true) {
    self.number = number
    self.place = place
    self.hasAcross = hasAcross
  }

  /// The distance of two ticks: with a ruler's millimetres it makes tenths.
  static let pitch = Length.mm(0.9)
  /// From the cross, which is the first tick, to the one that meets whenever the first does.
  static let ticks = 0...10

  /// The length of a tick; every fifth is longer and, but for the cross itself, has its number.
  static func length(of tick: Int) -> Length { tick % 5 == 0 ? .mm(4.2) : .mm(2.8) }

  private static let arm = Length.mm(6)
  private static let reach = Length.mm(11)

  /// The cross, its scales and their figures.
  func items(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    let cross = [
      labels.line(at(-Self.arm, .zero), at(Self.reach, .zero)),
      labels.line(at(.zero, -Self.arm), at(.zero, Self.reach)),
    ]
    let number = try labels.text("\(number)", around: at(-.mm(4), -.mm(4)), style: "mark")
    let across = hasAcross ? try scale("x", labels) { at($0, -$1) } : []
    return try cross + number + across + scale("y", labels) { at($1, $0) }
  }

  /// A scale whose ticks stand along one line of the cross, off from it.
  private func scale(
    _ name: String, _ labels: CalibrationLabels, _ spot: (_ along: Length, _ off: Length) -> Point
  ) throws(Refusal) -> [PageItem] {
    var items: [PageItem] = []
    // The cross itself is the first tick; a line upon it would only make it thicker.
    for tick in Self.ticks.dropFirst() {
      let (along, length) = (Self.pitch * tick, Self.length(of: tick))
      items.append(labels.line(spot(along, .zero), spot(along, length)))
      guard tick % 5 == 0 else { continue }
      items += try labels.text("\(tick)", around: spot(along, length + .mm(1.8)), style: "digit")
    }
    return try items + labels.text(name, around: spot(.mm(13), .zero), style: "axis")
  }

  private func at(_ right: Length, _ down: Length) -> Point { place + Point(x: right, y: down) }
}
