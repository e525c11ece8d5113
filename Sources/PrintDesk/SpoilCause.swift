/// What went wrong with a sheet of paper, so that it bears nothing valid.
package enum SpoilCause: String, CaseIterable, Sendable {
  /// 卡纸.
  case jam
  /// 缺墨.
  case noInk = "no-ink"
  /// 走纸错位.
  case misfeed
  /// 未出纸: nothing came out; the paper is still in the printer or was never fed.
  case nothingCameOut = "nothing-came-out"
  /// The sheet itself is good, another one of the same output is not.
  case incompleteSet = "incomplete-set"
  /// 重置打印: the chamber had it printed again (S2-136).
  case reset
  /// Nobody has the sheet.
  case lost
  /// Torn, stained, or spoiled outside the printer.
  case damaged
  /// 其他.
  case other
}
