import Diagnostics

/// Faults of the policy tables.
extension Wording {
  static func noCountry(_ code: String) -> Message {
    Message(
      "policy.no-country", en: "'\(code)' is not a country code of ISO 3166-1",
      zh: "“\(code)”不是 ISO 3166-1 国别代码")
  }

  static func noForm(_ code: String) -> Message {
    Message("policy.no-form", en: "there is no form '\(code)'", zh: "没有证书类型“\(code)”")
  }

  static func overlap(_ form: String, line: Int?) -> Message {
    let line = line.map(String.init) ?? "?"
    return Message(
      "policy.overlap", en: "the dates overlap those of the row for '\(form)' in line \(line)",
      zh: "“\(form)”的日期与第 \(line) 行重叠")
  }

  static let untilBeforeFrom = Message(
    "policy.until-before-from", en: "'until' is before 'from'", zh: "“until”早于“from”")

  static func noTable(_ name: String) -> Message {
    Message("policy.no-table", en: "the policy table '\(name)' is missing", zh: "缺少规则表“\(name)”")
  }

  static func tableTwice(_ name: String) -> Message {
    Message("policy.table-twice", en: "the table '\(name)' is given twice", zh: "规则表“\(name)”重复")
  }

  static func unknownTable(_ name: String) -> Message {
    Message("policy.unknown-table", en: "there is no policy table '\(name)'", zh: "没有规则表“\(name)”")
  }

  static func numberPattern(_ text: String) -> Message {
    Message(
      "policy.number-pattern", en: "'\(text)' is not a number pattern",
      zh: "“\(text)”不是有效的编号格式")
  }
}
