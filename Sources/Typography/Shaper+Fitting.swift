package import Measures

extension Shaper {
  /// Fits a text into a box: as it is, then wrapped, then smaller in steps of 0.25 pt down to the
  /// smallest size, then as much as goes in.
  ///
  /// A word is broken only when no size spares it. Blank lines at the end take no height. Where the
  /// pitch is fixed the size is too; a resident font has its pitches in the place of sizes.
  package func fit(
    _ text: String, style: TextStyle, into size: Size, policy: FitPolicy
  ) throws(MissingCharacters) -> Fit {
    let fitting = Fitting(
      shaper: self, text: text, paragraphs: try paragraphs(of: text, style: style), box: size,
      wraps: policy.wraps)
    let styles = Self.styles(from: style, to: policy.minimumSize)
    for mayBreakWords in policy.wraps ? [false, true] : [false] {
      if let fitted = fitting.largest(of: styles, mayBreakWords: mayBreakWords) {
        return .whole(fitted)
      }
    }
    return fitting.partial(at: styles[styles.count - 1])
  }

  /// The styles to try, from large to small.
  private static func styles(from style: TextStyle, to minimum: Length) -> [TextStyle] {
    if let resident = style.resident { return resident.pitches.map(style.at(pitch:)) }
    return sizes(from: style, to: minimum).map { size in
      var sized = style
      sized.size = size
      return sized
    }
  }

  /// The sizes to try, from large to small; the last one is the minimum itself.
  private static func sizes(from style: TextStyle, to minimum: Length) -> [Length] {
    guard style.fixedPitch == nil, minimum < style.size else { return [style.size] }
    let step = Length.pt(0.25)
    let count = (style.size.units - minimum.units - 1) / step.units
    return (0...count).map { style.size - step * $0 } + [minimum]
  }
}
