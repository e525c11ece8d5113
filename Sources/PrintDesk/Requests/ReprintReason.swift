/// Why an enterprise asks for 重新打印 (B.5).
package enum ReprintReason: String, CaseIterable, Sendable {
  /// 卡纸 (S2-134).
  case jam
  /// 缺墨.
  case noInk = "no-ink"
  /// 错位.
  case misfeed
  /// 其他.
  case other

  /// What it says about the paper.
  package var cause: SpoilCause {
    switch self {
    case .jam: .jam
    case .noInk: .noInk
    case .misfeed: .misfeed
    case .other: .other
    }
  }
}
