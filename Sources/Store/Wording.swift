import Diagnostics

/// All wording of this module.
enum Wording {
  static func failure(_ code: StoreError.Code, _ path: String) -> Message {
    let (english, chinese) = sentence(code, path)
    return Message("store.\(code.rawValue)", en: english, zh: chinese)
  }

  private static func sentence(
    _ code: StoreError.Code, _ path: String
  ) -> (english: String, chinese: String) {
    switch code {
    case .unavailable:
      (
        "the register '\(path)' cannot be opened; check the folder and its permissions",
        "无法打开登记簿“\(path)”，请检查文件夹及权限"
      )
    case .busy:
      (
        "another program holds the register '\(path)'; nothing was recorded, try again",
        "登记簿“\(path)”被其他程序占用，未作任何记录，请重试"
      )
    case .full:
      (
        "the disk of the register '\(path)' is full; nothing was recorded",
        "登记簿“\(path)”所在磁盘已满，未作任何记录"
      )
    case .conflict:
      (
        "the register '\(path)' has such a record already; nothing was recorded, look again",
        "登记簿“\(path)”已有该记录，未作任何记录，请重新查看"
      )
    case .damaged:
      (
        "'\(path)' is no register of this program, or is damaged; restore it from the backup",
        "“\(path)”不是本程序的登记簿或已损坏，请从备份恢复"
      )
    }
  }
}
