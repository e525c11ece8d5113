import Measures

/// One text on its way into one box.
struct Fitting {
  let shaper: Shaper
  let text: String
  let paragraphs: [Paragraph]
  let box: Size
  let wraps: Bool

  /// The text in the first of some styles, from large to small, in which all of it fits; `nil` when
  /// it fits in none.
  func largest(of styles: [TextStyle], mayBreakWords: Bool) -> FittedText? {
    if let natural = whole(at: styles[0], mayBreakWords) { return natural }
    guard var best = whole(at: styles[styles.count - 1], mayBreakWords) else { return nil }
    var low = 1
    var high = styles.count - 1
    while low < high {
      let middle = (low + high) / 2
      if let fitted = whole(at: styles[middle], mayBreakWords) {
        best = fitted
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }

  /// All lines at a size, when they fit.
  private func whole(at style: TextStyle, _ mayBreakWords: Bool) -> FittedText? {
    let wrapped = lines(at: style, wraps: wraps)
    guard mayBreakWords || !wrapped.breaksWords else { return nil }
    let fitted = fitted(wrapped.lines, style)
    guard fitted.height <= box.height, wrapped.lines.allSatisfy({ $0.width <= box.width }) else {
      return nil
    }
    return fitted
  }

  /// As many lines as the box holds; a text that must not wrap ends with its first broken line.
  func partial(at style: TextStyle) -> Fit {
    var taken: [ShapedLine] = []
    for line in lines(at: style, wraps: true).lines {
      guard line.width <= box.width, fitted(taken + [line], style).height <= box.height else {
        break
      }
      taken.append(line)
      if !wraps && line.source.last?.isNewline != true { break }
    }
    let used = taken.reduce(0) { $0 + $1.source.utf8.count }
    return .partial(fitted(taken, style), rest: text.utf8Slice(used..<text.utf8.count))
  }

  private func lines(at style: TextStyle, wraps: Bool) -> Wrapped {
    shaper.wrap(paragraphs, style: style, width: wraps ? box.width : nil)
  }

  private func fitted(_ lines: [ShapedLine], _ style: TextStyle) -> FittedText {
    let pitch = style.resident?.lineSpacing ?? style.size.scaled(by: style.leading)
    let metrics =
      style.resident.map { (ascent: $0.ascent, descent: $0.descent) }
      ?? shaper.catalogue.metrics(of: style.role, size: style.size)
    let count = lines.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0
    let height = count == 0 ? .zero : metrics.ascent + pitch * (count - 1) + metrics.descent
    return FittedText(
      lines: lines, size: style.size, pitch: pitch, ascent: metrics.ascent, height: height)
  }
}
