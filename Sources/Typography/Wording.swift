import Diagnostics

/// All wording of this module.
enum Wording {
  static func missingCharacters(_ names: [String]) -> Message {
    let english = names.joined(separator: ", ")
    let chinese = names.joined(separator: "、")
    return Message(
      "typography.missing-characters", en: "no font can set \(english)",
      zh: "没有字体能排印 \(chinese)")
  }

  static func missingFonts(_ paths: [String], packages: [String]) -> Message {
    Message(
      "typography.missing-font",
      en:
        "cannot read \(paths.joined(separator: ", ")); install \(packages.joined(separator: " "))",
      zh: "无法读取 \(paths.joined(separator: "、"))；请安装 \(packages.joined(separator: " "))")
  }

  static func changedFonts(_ paths: [String], packages: [String]) -> Message {
    let files = paths.joined(separator: ", ")
    return Message(
      "typography.changed-font",
      en: "\(files) is not the version that fonts.yaml names; install it from "
        + "\(packages.joined(separator: " ")), or check the forms with the new one and state its SHA-256",
      zh: "\(files) 与 fonts.yaml 所载版本不符；请由 \(packages.joined(separator: " ")) 重新安装，"
        + "或核对各版式后更新 SHA-256")
  }

  static func notSHA256(_ text: String) -> Message {
    Message(
      "typography.not-sha256", en: "'\(text)' is not a SHA-256 of 64 hexadecimal digits",
      zh: "“\(text)”不是 64 位十六进制的 SHA-256")
  }

  static func unknownFace(_ name: String) -> Message {
    Message(
      "typography.unknown-face", en: "there is no face '\(name)'", zh: "没有名为“\(name)”的字体")
  }

  static func emptyOrder(_ role: String) -> Message {
    Message(
      "typography.no-faces", en: "role '\(role)' needs at least one face of each weight",
      zh: "字体角色“\(role)”每种字重至少需要一个字体")
  }

  static func missingRole(_ role: String) -> Message {
    Message("typography.missing-role", en: "role '\(role)' is missing", zh: "缺少字体角色“\(role)”")
  }

  static func notAPath(_ path: String) -> Message {
    Message(
      "typography.not-a-path", en: "'\(path)' is not an absolute path", zh: "“\(path)”不是绝对路径")
  }

  static func subsetOfSubset(_ name: String) -> Message {
    Message(
      "typography.subset-of-subset", en: "'\(name)' is itself a subset; name a face with a file",
      zh: "“\(name)”本身是子集，请指定有文件的字体")
  }

  static func badShare(_ key: String) -> Message {
    Message(
      "typography.bad-share", en: "'\(key)' must be more than 0 and at most 2 of the size",
      zh: "“\(key)”应大于 0 且不超过字号的 2 倍")
  }

  static func badIndex(_ index: Int) -> Message {
    Message(
      "typography.bad-index", en: "face index \(index) is not between 0 and 255",
      zh: "字体序号 \(index) 不在 0 到 255 之间")
  }

  static func wrongName(_ found: String, wanted: String) -> Message {
    Message(
      "typography.wrong-name", en: "the face in the file is '\(found)', not '\(wanted)'",
      zh: "文件中的字体为“\(found)”，而非“\(wanted)”")
  }

  static func wrongHash(_ path: String, _ found: String) -> Message {
    Message(
      "typography.wrong-hash", en: "\(path) has SHA-256 \(found)",
      zh: "\(path) 的 SHA-256 为 \(found)")
  }

  static func install(_ package: String) -> Message {
    Message("typography.install", en: "install \(package)", zh: "请安装 \(package)")
  }

  static func unreadable(_ path: String) -> Message {
    Message("typography.unreadable", en: "cannot read \(path)", zh: "无法读取 \(path)")
  }
}
