/// Paper and head as a printer holds them, in units of 1/360 inch.
struct HeldPaper {
  /// How far the paper was fed since the job began.
  private(set) var fed = 0
  /// Where the top of the form under way is, counted the same way.
  private(set) var top = 0
  /// The length of a form; none until it was set.
  var length: Int?
  /// Units of a line feed.
  var spacing = 60
  /// The head, from the left edge.
  var x = 0

  /// How far below the top of the form the paper stands.
  var y: Int { fed - top }

  /// Makes where the paper stands the top of a form.
  mutating func setTop() { top = fed }

  /// Feeds so far, or says that it would leave the form.
  mutating func feed(_ units: Int) -> Bool {
    if let length, y + units >= length { return false }
    fed += units
    return true
  }

  /// Feeds to the top of the next form; nothing where no length was set.
  mutating func feedForm() -> Bool {
    guard let length else { return false }
    fed = top + length
    (top, x) = (fed, 0)
    return true
  }
}
