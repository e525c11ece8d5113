import DisplayList
import Measures

/// 骑缝章: one seal over the right edges of sheets that lie fanned out, so that each shows a strip of it
/// and no sheet can be exchanged.
struct StraddleStrips {
  private let stamp: SealStamp
  private let sheets: Int

  /// More sheets than this share no seal: the strips would become too narrow to compare.
  static let mostSheets = 8

  /// - Parameters:
  ///   - stamp: the seal.
  ///   - sheets: how many sheets hang together, at least two.
  init(_ stamp: SealStamp, sheets: Int) {
    precondition(sheets > 1, "a single sheet has no seam")
    self.stamp = stamp
    self.sheets = sheets
  }

  /// The strip of a sheet, counted from 1, halfway down the right edge of its paper.
  func item(sheet: Int, on paper: Size) -> MaskItem {
    let (index, count) = share(of: sheet)
    let first = stamp.mask.width * index / count
    let last = stamp.mask.width * (index + 1) / count
    let factor = Double(stamp.adjustment.percent) / 100
    let part = Double(last - first) / Double(stamp.mask.width)
    let size = Size(
      width: stamp.size.width.scaled(by: part * factor),
      height: stamp.size.height.scaled(by: factor))
    let top = (paper.height - size.height) / 2 + stamp.adjustment.offset.y
    let frame = Rect(
      origin: Point(
        x: paper.width - size.width, y: max(.zero, min(top, paper.height - size.height))),
      size: size)
    return MaskItem(mask: stamp.mask.columns(first..<last), ink: stamp.ink, frame: frame)
  }

  /// Which strip of how many a sheet gets; sheets in groups of nearly the same size.
  private func share(of sheet: Int) -> (index: Int, count: Int) {
    let groups = (sheets + Self.mostSheets - 1) / Self.mostSheets
    let group = (sheet - 1) * groups / sheets
    let first = (group * sheets + groups - 1) / groups
    let next = ((group + 1) * sheets + groups - 1) / groups
    return (sheet - 1 - first, next - first)
  }
}
