/// A person's word that a sheet is not good.
package enum SheetLoss: Hashable, Sendable {
  /// It is there and bears nothing valid: 卡纸, 走纸错位, 缺墨 and the like.
  case spoiled(SpoilCause)
  /// 未出纸: nothing came out; stock that was bound is taken out of the tray and destroyed, since a late job
  /// may still mark it.
  case nothingCameOut
  /// Nobody has it; another enrolled person confirms that.
  case lost(witness: String)

  /// Why its output is void.
  package var cause: SpoilCause {
    switch self {
    case .spoiled(let cause): cause
    case .nothingCameOut: .nothingCameOut
    case .lost: .lost
    }
  }

  /// The second person; `nil` where one is enough.
  package var witness: String? {
    if case .lost(let witness) = self { witness } else { nil }
  }
}
