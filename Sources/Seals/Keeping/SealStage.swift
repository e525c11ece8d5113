/// How far a kept seal has come (requirements B.10).
package enum SealStage: String, CaseIterable, Sendable {
  /// 待审核: nobody has decided, or only the first of two officers has approved.
  case pending
  /// 退回: an officer refused it, for a reason.
  case returned
  /// 生效: it is put on certificates.
  case approved
  /// A newer version of the same owner and kind was approved.
  case superseded
  /// It was taken out of use, for a reason.
  case withdrawn

  var name: (english: String, chinese: String) {
    switch self {
    case .pending: ("waiting for approval", "待审核")
    case .returned: ("returned", "退回")
    case .approved: ("approved", "生效")
    case .superseded: ("superseded", "已由新版本替换")
    case .withdrawn: ("withdrawn", "已停用")
    }
  }
}
