import Diagnostics
import DisplayList
import Measures

/// A cross with two scales of 0.9 mm: of a scale's ticks, that which meets a millimetre line of a ruler has
/// the number of tenths by which the cross stands behind the last whole millimetre.
struct VernierMark {
  let number: Int
  let place: Point

  init(number: Int, at place: Point) {
    self.number = number
    self.place = place
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
    var items = [
      CalibrationLabels.line(
        at(-Self.arm, .zero), at(Self.reach, .zero)),
      CalibrationLabels.line(at(.zero, -Self.arm), at(.zero, Self.reach)),
    ]
    for tick in Self.ticks {
      let (along, length) = (Self.pitch * tick, Self.length(of: tick))
      items.append(CalibrationLabels.line(at(along, .zero), at(along, -length)))
      items.append(CalibrationLabels.line(at(.zero, along), at(length, along)))
      guard tick % 5 == 0, tick > 0 else { continue }
      let beyond = length + .mm(1.2)
      items += try labels.text("\(tick)", around: at(along, -beyond), style: "digit")
      items += try labels.text("\(tick)", around: at(beyond, along), style: "digit")
    }
    items += try labels.text("\(number)", around: at(-.mm(4), -.mm(4)), style: "mark")
    items += try labels.text("x", around: at(.mm(13), -.mm(0.5)), style: "axis")
    items += try labels.text("y", around: at(.zero, .mm(13)), style: "axis")
    return items
  }

  private func at(_ right: Length, _ down: Length) -> Point { place + Point(x: right, y: down) }
}
