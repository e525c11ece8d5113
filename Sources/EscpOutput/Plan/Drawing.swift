import DisplayList
import Measures

/// Lines and areas whose frames meet: they are drawn and struck as one picture, so that its dots stand in
/// one grid and the head passes over all of them at once.
struct Drawing {
  private(set) var items: [PageItem]
  private(set) var frame: Rect
  /// Where its first item comes from, for messages.
  let field: String

  /// A drawing of one mark.
  init(_ item: PageItem, in frame: Rect, field: String) {
    items = [item]
    self.frame = frame
    self.field = field
  }

  /// The same drawings, those that meet made one; in the order of the first of each.
  static func joined(_ drawings: [Drawing]) -> [Drawing] {
    var result: [Drawing] = []
    for drawing in drawings {
      var whole = drawing
      // What grows may meet what it has passed.
      while let index = result.firstIndex(where: { $0.meets(whole) }) {
        whole = result.remove(at: index).joined(whole)
      }
      result.append(whole)
    }
    return result
  }

  private func meets(_ other: Drawing) -> Bool {
    frame.left <= other.frame.right && other.frame.left <= frame.right
      && frame.top <= other.frame.bottom && other.frame.top <= frame.bottom
  }

  private func joined(_ other: Drawing) -> Drawing {
    var whole = self
    whole.items += other.items
    let left = min(frame.left, other.frame.left)
    let top = min(frame.top, other.frame.top)
    whole.frame = Rect(
      x: left, y: top, width: max(frame.right, other.frame.right) - left,
      height: max(frame.bottom, other.frame.bottom) - top)
    return whole
  }
}
