import Measures

/// One text on its way into one box.
struct Fitting {
  let shaper: Shaper
  let text: String
  let paragraphs: [Paragraph]
  let style: TextStyle
  let box: Size
  let wraps: Bool

  /// The text at the largest size at which all of it fits; `nil` when it fits at none.
  func largest(of sizes: [Length], mayBreakWords: Bool) -> FittedText? {
    if let natural = whole(at: sizes[0], mayBreakWords) { return natural }
    guard var best = whole(at: sizes[sizes.count - 1], mayBreakWords) else { return nil }
    var low = 1
    var high = sizes.count - 1
    while low < high {
      let middle = (low + high) / 2
      if let fitted = whole(at: sizes[middle], mayBreakWords) {
        best = fitted
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }

  /// All lines at a size, when they fit.
  private func whole(at size: Length, _ mayBreakWords: Bool) -> FittedText? {
    let wrapped = lines(at: size, wraps: wraps)
    guard mayBreakWords || !wrapped.breaksWords else { return nil }
    let fitted = fitted(wrapped.lines, size)
    guard fitted.height <= box.height, wrapped.lines.allSatisfy({ $0.width <= box.width }) else {
      return nil
    }
    return fitted
  }

  /// As many lines as the box holds; a text that must not wrap ends with its first broken line.
  func partial(at size: Length) -> Fit {
    var taken: [ShapedLine] = []
    for line in lines(at: size, wraps: true).lines {
      guard line.width <= box.width, fitted(taken + [line], size).height <= box.height else {
        break
      }
      taken.append(line)
      if !wraps && line.source.last?.isNewline != true { break }
    }
    let used = taken.reduce(0) { $0 + $1.source.utf8.count }
    return .partial(fitted(taken, size), rest: text.utf8Slice(used..<text.utf8.count))
  }

  private func lines(at size: Length, wraps: Bool) -> Wrapped {
    var style = style
    style.size = size
    return shaper.wrap(paragraphs, style: style, width: wraps ? box.width : nil)
  }

  private func fitted(_ lines: [ShapedLine], _ size: Length) -> FittedText {
    let pitch = size.scaled(by: style.leading)
    let metrics = shaper.catalogue.metrics(of: style.role, size: size)
    let count = lines.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0
    let height = count == 0 ? .zero : metrics.ascent + pitch * (count - 1) + metrics.descent
    return FittedText(
      lines: lines, size: size, pitch: pitch, ascent: metrics.ascent, height: height)
  }
}
