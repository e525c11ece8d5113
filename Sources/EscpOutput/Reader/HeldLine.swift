/// What was struck of the line that the head stands in.
struct HeldLine {
  private(set) var marks: [PlanMark] = []
  /// Whether the head was placed anew since the last character.
  var isPlaced = true

  var isEmpty: Bool { marks.isEmpty }

  /// Strikes one more mark, which is not left of the last one's end.
  ///
  /// - Returns: where the mark ends; `nil` when it would be left of what was struck.
  mutating func strike(_ strike: PlanMark.Strike, at x: Int) -> Int? {
    let mark = PlanMark(x: x, strike: strike)
    if let last = marks.last, mark.x < last.end { return nil }
    marks.append(mark)
    isPlaced = false
    return mark.end
  }

  /// Strikes a character, which continues the text before it unless the head was placed between them.
  ///
  /// - Returns: as ``strike(_:at:)``.
  mutating func strike(_ character: Character, pitch: Int, at x: Int) -> Int? {
    guard !isPlaced, let last = marks.last, case .text(let text, pitch) = last.strike else {
      return strike(.text(String(character), pitch: pitch), at: x)
    }
    marks[marks.count - 1] = PlanMark(
      x: last.x, strike: .text(text + String(character), pitch: pitch))
    return x + pitch
  }
}
