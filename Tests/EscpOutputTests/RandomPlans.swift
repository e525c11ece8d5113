import EscpOutput
import Measures
import Support

/// Plans of all shapes that a planner may make, from a seed.
struct RandomPlans {
  private var dice: Dice

  init(seed: Int) { dice = Dice(seed: seed) }

  /// A job of one to three forms.
  mutating func job() -> JobPlan {
    let dialect = dice.pick(Dialect.allCases)
    let length = Length(units: dice.number(Length.mm(50).units...Length.mm(558).units))
    let height = Int(length.dots(perInch: 360))
    return JobPlan(
      dialect: dialect, formLength: length, isDoubleStrike: dice.once(in: 2),
      leavesChineseMode: dice.once(in: 2), formsBefore: dice.number(0...1000),
      sheets: (0..<dice.number(1...3)).map { _ in sheet(dialect, height) })
  }

  private mutating func sheet(_ dialect: Dialect, _ height: Int) -> SheetPlan {
    var lines: [PlanLine] = []
    // A band and its distance to the next form fit: forms before ESC/P 2 may be told shorter by some.
    let last = (height - 48 - 130) / dialect.step
    for y in Set((0..<dice.number(0...12)).map { _ in dice.number(0...max(0, last)) }) {
      let marks = marks(dialect)
      if !marks.isEmpty {
        lines.append(PlanLine(y: y * dialect.step, marks: marks, isOneWay: dice.once(in: 4)))
      }
    }
    return SheetPlan(lines: lines)
  }

  private mutating func marks(_ dialect: Dialect) -> [PlanMark] {
    var marks: [PlanMark] = []
    var x = dice.number(0...400)
    for _ in 0..<dice.number(0...6) {
      x = (x + dialect.step - 1) / dialect.step * dialect.step
      let mark = PlanMark(x: x, strike: strike())
      marks.append(mark)
      x = mark.end + (dice.once(in: 3) ? 0 : dice.number(0...200))
    }
    return marks
  }

  private mutating func strike() -> PlanMark.Strike {
    guard dice.once(in: 3) else {
      let text = (0..<dice.number(1...20)).map { _ in dice.pick(Self.characters) }
      return .text(String(text), pitch: dice.pick([36, 30, 24, 21, 18]))
    }
    let bytes = (0..<(3 * dice.number(1...40))).map { _ in UInt8(dice.number(0...255)) }
    return .image(DotColumns(bytes: bytes))
  }

  private static let characters = Array(
    (0x20...0x7e).compactMap { Unicode.Scalar($0).map(Character.init) } + "éÉñÑüçãõøßÆ¿¡º½×÷┼█")
}
