import Diagnostics
import DisplayList
import Measures

/// The drawing that shows how a scale is read: a ruler below it, five times as large as it is.
struct VernierExample {
  /// Where the ruler's first millimetre stands.
  private static let corner = Point(x: .mm(75), y: .mm(182))
  private static let scale = 5
  private static let first = 30
  private static let millimetres = 12
  /// The tenths of the example, whose tick meets a line.
  private static let tenths = 4

  /// Ruler, scale and words.
  func items(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    try ruler(labels) + printed(labels) + words(labels)
  }

  private func ruler(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    let width = Length.mm(1) * (Self.scale * Self.millimetres)
    let body = Rect(
      x: Self.corner.x - .mm(4), y: Self.corner.y, width: width + .mm(8), height: .mm(9))
    var items: [PageItem] = [.path(.frame(body, width: .mm(0.25)))]
    for millimetre in 0...Self.millimetres {
      let x = Length.mm(1) * (Self.scale * millimetre)
      let isTen = millimetre % 10 == 0
      items.append(
        labels.line(at(x, .zero), at(x, isTen ? .mm(4.5) : .mm(3)), width: .mm(0.2)))
      guard millimetre % 5 == 0 else { continue }
      items += try labels.text(
        "\(Self.first + millimetre)", around: at(x, .mm(6.5)), style: "example")
    }
    return items
  }

  private func printed(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    var items: [PageItem] = []
    for tick in VernierMark.ticks {
      let x = position(of: tick)
      let isMet = tick == Self.tenths
      let length = VernierMark.length(of: tick) + (isMet ? .mm(2.5) : .zero)
      items.append(
        labels.line(at(x, .zero), at(x, -length), width: isMet ? .mm(0.6) : .mm(0.2)))
      guard tick % 5 == 0 || isMet else { continue }
      items += try labels.text(
        "\(tick)", around: at(x, -length - .mm(1.8)), style: isMet ? "axis" : "digit")
    }
    return items
  }

  private func words(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    let (line, height) = (Self.corner.y + .mm(10), Length.mm(5))
    return try labels.text(
      "The cross is behind 30, tick 4 meets a line: 30.4 mm",
      in: Rect(x: .mm(55), y: line, width: .mm(100), height: height), style: "example")
      + labels.text(
        "十字在 30 之后，第 4 条短线与刻线对齐：读作 30.4 毫米",
        in: Rect(x: .mm(55), y: line + .mm(4.5), width: .mm(100), height: height), style: "head")
  }

  /// Where a tick of the example stands behind the ruler's first line.
  private func position(of number: Int) -> Length {
    (Length.mm(0.1) * Self.tenths + VernierMark.pitch * number) * Self.scale
  }

  private func at(_ right: Length, _ down: Length) -> Point {
    Self.corner + Point(x: right, y: down)
  }
}
