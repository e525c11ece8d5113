/// Everything that is struck while the paper stands still: one pass of the head.
package struct PlanLine: Hashable, Sendable {
  /// The first pin's place in units of 1/360 inch below the top of the form.
  package let y: Int
  /// The marks from left to right; texts that touch are one.
  package let marks: [PlanMark]
  /// Whether the head strikes only on its way to the right, as for bands that must join.
  package let isOneWay: Bool

  /// A line from its marks in any order; texts of one pitch that follow each other become one.
  package init(y: Int, marks: [PlanMark], isOneWay: Bool = false) {
    self.y = y
    self.isOneWay = isOneWay
    self.marks = Self.joined(marks.sorted { $0.x < $1.x })
  }

  private static func joined(_ marks: [PlanMark]) -> [PlanMark] {
    var result: [PlanMark] = []
    for mark in marks {
      if case .text(let text, let pitch)? = result.last?.strike, let last = result.last,
        case .text(let more, pitch) = mark.strike, last.end == mark.x
      {
        result[result.count - 1] = PlanMark(
          x: last.x, strike: .text(text + more, pitch: pitch))
      } else {
        result.append(mark)
      }
    }
    return result
  }
}
