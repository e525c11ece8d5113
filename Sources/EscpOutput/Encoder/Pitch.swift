/// The commands that set the advance of resident characters (ESC/P Reference Manual, `ESC P`, `M`, `g`, `SI`).
struct Pitch: Hashable {
  /// What selects the pitch before condensing.
  let selection: [UInt8]
  let isCondensed: Bool

  /// The commands for an advance in units of 1/360 inch; `nil` when no command sets it.
  init?(units: Int) {
    switch units {
    case 36: (selection, isCondensed) = (Self.ten, false)
    case 30: (selection, isCondensed) = (Self.twelve, false)
    case 24: (selection, isCondensed) = ([0x1b, 0x67], false)
    case 21: (selection, isCondensed) = (Self.ten, true)
    case 18: (selection, isCondensed) = (Self.twelve, true)
    default: return nil
    }
  }

  /// The bytes that lead from one pitch to another; from an unknown one all of them.
  func bytes(after last: Pitch?) -> [UInt8] {
    (last?.selection == selection ? [] : selection)
      + (last?.isCondensed == isCondensed ? [] : [isCondensed ? 0x0f : 0x12])
  }

  private static let ten: [UInt8] = [0x1b, 0x50]
  private static let twelve: [UInt8] = [0x1b, 0x4d]
}
