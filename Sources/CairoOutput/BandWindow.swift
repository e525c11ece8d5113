/// Which lines of a page a band works on.
///
/// Bands lie on a fixed grid, so that a mark falls on the same dots whatever else is drawn: Cairo
/// rounds places after they are moved to the band.
struct BandWindow {
  /// The line of the page that is the band's first.
  let top: Int
  /// Lines of the page, all inside of the band.
  let lines: Range<Int>

  /// The same lines counted from the band's first.
  var rows: Range<Int> { (lines.lowerBound - top)..<(lines.upperBound - top) }

  /// A stretch of lines cut at the grid.
  static func windows(of stretch: Range<Int>, height: Int) -> [BandWindow] {
    let first = stretch.lowerBound / height * height
    return Swift.stride(from: first, to: stretch.upperBound, by: height).map { top in
      BandWindow(top: top, lines: stretch.clamped(to: top..<(top + height)))
    }
  }
}
