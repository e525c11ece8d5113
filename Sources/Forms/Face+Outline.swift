package import Measures

extension Face {
  /// The frame around all boxes and the goods table whose borders are drawn; `nil` on a side without any.
  package var outline: Rect? {
    let frames = boxes.filter(\.hasBorder).map(\.frame) + (table.map { [$0.frame] } ?? [])
    guard let left = frames.map(\.left).min(), let top = frames.map(\.top).min(),
      let right = frames.map(\.right).max(), let bottom = frames.map(\.bottom).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
