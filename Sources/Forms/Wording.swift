import Diagnostics
import Measures

/// All wording of this module.
enum Wording {
  // Patterns

  static func strayBracket(_ bracket: String, in text: Substring) -> Message {
    Message(
      "forms.stray-bracket",
      en: "'\(bracket)' stands alone in '\(text)'; write '\\\(bracket)' for the character",
      zh: "“\(text)”中的“\(bracket)”不成对；要印出该字符请写“\\\(bracket)”")
  }

  static func unclosed(_ bracket: String, in text: Substring) -> Message {
    Message(
      "forms.unclosed", en: "'\(bracket)' is not closed in '\(text)'",
      zh: "“\(text)”中的“\(bracket)”没有闭合")
  }

  static func tooDeep(_ limit: Int) -> Message {
    Message(
      "forms.too-deep", en: "optional stretches are nested more than \(limit) deep",
      zh: "可选部分嵌套超过 \(limit) 层")
  }

  static func unknownFormat(_ name: String) -> Message {
    Message("forms.unknown-format", en: "there is no format '\(name)'", zh: "没有格式“\(name)”")
  }

  static func notFixed(_ path: String) -> Message {
    Message(
      "forms.not-fixed", en: "words of the form may not use '\(path)'; put it under 'show'",
      zh: "表格文字不可使用“\(path)”，请写在“show”中")
  }

  static func unknownField(_ path: String) -> Message {
    Message("forms.unknown-field", en: "there is no field '\(path)'", zh: "没有字段“\(path)”")
  }

  static func formatMismatch(_ format: String, _ path: String, _ kind: String) -> Message {
    Message(
      "forms.format-mismatch", en: "format '\(format)' cannot write '\(path)', which is a \(kind)",
      zh: "格式“\(format)”不能用于“\(path)”（\(kind)）")
  }

  // Shapes

  static let notAFrame = Message(
    "forms.not-a-frame",
    en: "a frame is [x, y, width, height] in mm with a positive size, up to 2000",
    zh: "框为 [x, y, 宽, 高]，单位毫米，宽高须为正，不超过 2000")
  static let notAPoint = Message(
    "forms.not-a-point", en: "a point is [x, y] in mm", zh: "点为 [x, y]，单位毫米")

  static let tooFar = Message(
    "forms.too-far", en: "a distance is at most 2000 mm", zh: "长度不超过 2000 毫米")

  static func notAnInk(_ text: String) -> Message {
    Message(
      "forms.not-an-ink", en: "'\(text)' is not a colour like #d8e6d2",
      zh: "“\(text)”不是 #d8e6d2 形式的颜色")
  }

  static let minimumAboveSize = Message(
    "forms.minimum-above-size",
    en: "size and minimum are 1 to 200 points, the minimum not above the size",
    zh: "字号与最小字号为 1–200 磅，最小字号不大于字号")
  static let leadingRange = Message(
    "forms.leading-range", en: "the leading is 0.8 to 4 times the size", zh: "行距为字号的 0.8–4 倍")
  static let textOrShow = Message(
    "forms.text-or-show", en: "give either 'text' (words of the form) or 'show' (fields), not both",
    zh: "“text”（表格文字）与“show”（字段）须且只能给出一个")
  static let leadWithoutShow = Message(
    "forms.lead", en: "'lead' stands above what 'show' gives; there is no 'show' here",
    zh: "“lead”须与“show”一起使用，此处没有“show”")
  static let guillocheRange = Message(
    "forms.guilloche-range", en: "a guilloche has 1 to 400 lines and 1 to 60 periods",
    zh: "底纹线数 1–400，周期 1–60")
  static let tooFewStatusPlaces = Message(
    "forms.status-places", en: "status words stand in at least three places",
    zh: "状态文字至少三处")
  static let noteColumns = Message(
    "forms.note-columns", en: "notes stand in 1 to 3 columns", zh: "背页说明为 1 至 3 栏")
  static let emptyNotes = Message(
    "forms.empty-notes", en: "the overleaf text is empty", zh: "背页文字为空")

  static let tableMeasures = Message(
    "forms.table-measures",
    en: "columns have a width above 0, head and gap are not negative, the head leaves room",
    zh: "列宽须大于 0，表头与间距不可为负，表头下须留有空间")

  static func columnWidths(_ sum: Length, _ width: Length) -> Message {
    Message(
      "forms.column-widths", en: "the columns are \(sum) wide together, the table is \(width)",
      zh: "各列共宽 \(sum)，表宽 \(width)")
  }

  static func unknownColumn(_ name: String) -> Message {
    Message("forms.unknown-column", en: "there is no column '\(name)'", zh: "没有列“\(name)”")
  }

  static func unknownBox(_ name: String) -> Message {
    Message(
      "forms.unknown-box", en: "the front has nothing named '\(name)' to be like",
      zh: "正面没有名为“\(name)”的栏")
  }

  static func noSuchBox(_ name: String) -> Message {
    Message("forms.no-such-box", en: "this side has no box '\(name)'", zh: "本页没有名为“\(name)”的栏")
  }

  static func duplicateBox(_ id: String) -> Message {
    Message("forms.duplicate-box", en: "box '\(id)' is defined twice", zh: "栏“\(id)”重复定义")
  }

  static func unknownStyle(_ name: String) -> Message {
    Message("forms.unknown-style", en: "there is no style '\(name)'", zh: "没有样式“\(name)”")
  }

  static func unknownFont(_ name: String) -> Message {
    Message("forms.unknown-font", en: "there is no font role '\(name)'", zh: "没有字体角色“\(name)”")
  }

  static func emptyConditionValue(_ path: String) -> Message {
    Message(
      "forms.empty-condition", en: "no value stands behind '\(path)='",
      zh: "“\(path)=”之后没有值")
  }

  static func notOfMaterial(_ path: String) -> Message {
    Message(
      "forms.not-of-material", en: "'\(path)' has values only in a table with 'rows: materials'",
      zh: "“\(path)”仅在“rows: materials”的表中有值")
  }

  static func noSuchCountry(_ code: String) -> Message {
    Message(
      "forms.no-such-country", en: "'\(code)' is no country of ISO 3166-1",
      zh: "“\(code)”不是 ISO 3166-1 国家代码")
  }

  static let picturesOrWords = Message(
    "forms.pictures", en: "'pictures' is true, false or the word 'text', with 'picture-words'",
    zh: "“pictures”为 true、false 或 text；text 须同时给出“picture-words”")

  static func outsidePaper(_ what: String) -> Message {
    Message(
      "forms.outside-paper", en: "\(what) reaches over the edge of the paper", zh: "\(what)超出纸张")
  }

  static func outsideBox(_ what: String) -> Message {
    Message("forms.outside-box", en: "\(what) reaches over the edge of its box", zh: "\(what)超出所在栏")
  }

  static func overlap(_ a: String, _ b: String) -> Message {
    Message("forms.overlap", en: "boxes '\(a)' and '\(b)' overlap", zh: "栏“\(a)”与栏“\(b)”重叠")
  }

  static let markWithoutBox = Message(
    "forms.mark-without-box", en: "a mark that is printed or ticked needs its 'box'",
    zh: "须印出或勾选的标注须给出“box”")

  static func noBoxForMark(_ box: String) -> Message {
    Message(
      "forms.no-box-for-mark", en: "the policies put a mark into box '\(box)', which is not there",
      zh: "政策表规定标注位于“\(box)”栏，但没有该栏")
  }

  static func markNotShown(_ box: String, _ field: String) -> Message {
    Message(
      "forms.mark-not-shown",
      en:
        "the policies put a mark into box '\(box)', which shows no '{\(field)}' and has no tick for it",
      zh: "政策表规定标注位于“\(box)”栏，但该栏没有“{\(field)}”或相应勾选框")
  }

  static let labelOverlaps = Message(
    "forms.label-overlaps", en: "the label of copies stands where something else does",
    zh: "副本标签与其他内容重叠")

  static func includeCycle(_ chain: [String]) -> Message {
    let chain = chain.joined(separator: " → ")
    return Message(
      "forms.include-cycle", en: "files include each other: \(chain)", zh: "文件循环引用：\(chain)")
  }

  static func unreadable(_ file: String) -> Message {
    Message("forms.unreadable", en: "'\(file)' cannot be read", zh: "无法读取“\(file)”")
  }

  static func datesOverlap(_ a: String, _ b: String) -> Message {
    Message(
      "forms.dates-overlap", en: "editions '\(a)' and '\(b)' serve the same days",
      zh: "版本“\(a)”与“\(b)”的适用日期重叠")
  }

  static let emptyPeriod = Message(
    "forms.empty-period", en: "the edition ends before it begins", zh: "版本的结束日期早于开始日期")

  static func unknownForm(_ code: String) -> Message {
    Message("forms.unknown-form", en: "there is no form '\(code)'", zh: "没有证书格式“\(code)”")
  }

  static func unknownEdition(_ edition: String, _ form: String) -> Message {
    Message(
      "forms.unknown-edition", en: "form \(form) has no edition '\(edition)'",
      zh: "格式 \(form) 没有版本“\(edition)”")
  }

  static func noEdition(_ form: String, _ day: String) -> Message {
    Message(
      "forms.no-edition", en: "form \(form) has no edition for \(day)",
      zh: "格式 \(form) 没有适用于 \(day) 的版本")
  }

  static func notShown(_ layout: String) -> Message {
    Message(
      "forms.not-shown", en: "form \(layout) has no place for it, so it is not printed",
      zh: "格式 \(layout) 没有此栏，不会印出")
  }
}
