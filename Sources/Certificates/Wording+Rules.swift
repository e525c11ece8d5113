import Diagnostics

/// What the rules say of a certificate.
extension Wording {
  static let noDay = Message(
    "certificate.no-day",
    en: "the application date is missing; it picks the rules and the form's edition",
    zh: "缺少申请日期，无法确定适用规则和证书格式")

  static let noGoods = Message(
    "certificate.no-goods", en: "there are no goods",
    zh: "没有货物")

  static func needed(by form: String) -> Message {
    Message(
      "certificate.needed", en: "form \(form) needs this field",
      zh: "\(form) 类证书必须填写此项")
  }

  static let exporterNotInChina = Message(
    "certificate.exporter-country", en: "the exporter must be in the mainland of China (CN)",
    zh: "出口商须在中国大陆（CN）")

  static func notAParty(_ country: String, of form: String) -> Message {
    Message(
      "certificate.not-a-party", en: "\(country) is not a destination of form \(form)",
      zh: "\(form) 类证书不可发往 \(country)")
  }

  static let destinationChina = Message(
    "certificate.destination-china", en: "the destination may not be China",
    zh: "目的国不可为中国")

  static let viaOnlyGeneral = Message(
    "certificate.via", en: "a middleman (VIA) stands only on non-preferential certificates",
    zh: "仅非优惠证书可填写中间商（双抬头）")

  static let noProducer = Message(
    "certificate.no-producer", en: "name at least one producer, or choose another disclosure",
    zh: "请填写生产商，或选择其他展示方式")

  static func noProducerWords(_ disclosure: String, form: String) -> Message {
    Message(
      "certificate.producer-words", en: "form \(form) has no wording for '\(disclosure)'",
      zh: "\(form) 类证书没有“\(disclosure)”的生产商用语")
  }

  static let expectedWithoutDay = Message(
    "certificate.expected-departure", en: "an expected departure needs a date",
    zh: "预计离港须填写日期")

  static let routeReplaces = Message(
    "certificate.route-replaces",
    en: "the route is printed as typed; the transshipment port is not added",
    zh: "运输路线按填写内容打印，不再附加转运港")

  static let itemCap = Message(
    "certificate.item-cap", en: "there are more goods items than this kind of certificate may hold",
    zh: "出口商品超过限定次数，请核实！")

  static func itemCapHint(_ cap: Int, _ count: Int) -> Message {
    Message(
      "certificate.item-cap-hint", en: "at most \(cap), found \(count)",
      zh: "最多 \(cap) 项，现有 \(count) 项")
  }

  static let noteHoldsGoods = Message(
    "certificate.note", en: "a line that is no goods holds only a description",
    zh: "非货物项只可填写货物描述")

  static func noMaterials(_ form: String) -> Message {
    Message(
      "certificate.no-materials",
      en: "form \(form) to this destination has no page of imported materials",
      zh: "发往该目的国的 \(form) 类证书没有进料信息页")
  }

  static func materialItem(_ number: Int, of count: Int) -> Message {
    Message(
      "certificate.material-item", en: "there is no goods item \(number); items are 1 to \(count)",
      zh: "没有第 \(number) 项货物，货物项为 1 至 \(count)")
  }

  static func materialOrigin(_ country: String) -> Message {
    Message(
      "certificate.material-origin",
      en: "the page is for materials from the destination, not from \(country)",
      zh: "进料信息页仅用于自目的国进口的材料，不含 \(country)")
  }

  static let noCount = Message(
    "certificate.no-count", en: "the number of packages is missing",
    zh: "缺少包装件数")

  static let noUnit = Message(
    "certificate.no-unit", en: "the unit is missing",
    zh: "缺少单位")

  static let notPositive = Message(
    "certificate.not-positive", en: "the number must be above zero",
    zh: "数值须大于零")

  static func noInvoice(_ number: String) -> Message {
    Message(
      "certificate.no-invoice", en: "there is no invoice '\(number)'",
      zh: "没有发票“\(number)”")
  }

  static let hsNotDigits = Message(
    "certificate.hs-digits", en: "an HS code is digits only",
    zh: "HS 编码只可为数字")

  static func hsLength(_ allowed: [Int], found: Int) -> Message {
    let list = allowed.map(String.init).joined(separator: ", ")
    return Message(
      "certificate.hs-length", en: "an HS code here has \(list) digits, found \(found)",
      zh: "HS 编码应为 \(list) 位，现为 \(found) 位")
  }

  static func hsShown(_ allowed: [Int]) -> Message {
    let list = allowed.map(String.init).joined(separator: ", ")
    return Message(
      "certificate.hs-shown", en: "this form prints \(list) digits of the HS code",
      zh: "本类证书显示 HS 编码 \(list) 位")
  }

  static func otherGoods(_ form: String, _ headings: [String]) -> Message {
    let list = headings.joined(separator: ", ")
    return Message(
      "certificate.other-goods", en: "form \(form) is for goods of heading \(list)",
      zh: "\(form) 类证书用于税目 \(list) 的货物")
  }

  static func currency(_ code: String) -> Message {
    Message(
      "certificate.currency", en: "'\(code)' is not a currency code of three capital letters",
      zh: "“\(code)”不是三位大写字母的币种代码")
  }

  static func invoiceAfterIssue(_ date: CalendarDate, _ day: CalendarDate) -> Message {
    Message(
      "certificate.invoice-after-issue",
      en: "the invoice of \(date) is later than the certificate of \(day)",
      zh: "发票日期 \(date) 晚于证书日期 \(day)")
  }

  static func character(_ scalar: Unicode.Scalar, _ fault: TextFault) -> Message {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let (english, chinese) = reason(fault)
    return Message(
      "certificate.character", en: "\(code) cannot be printed: \(english)",
      zh: "\(code) 无法打印：\(chinese)")
  }

  private static func reason(_ fault: TextFault) -> (String, String) {
    switch fault {
    case .tab: ("a tab", "制表符")
    case .control: ("a control character", "控制字符")
    case .lineSeparator: ("a line separator", "行分隔符")
    case .rightToLeft: ("text that runs from right to left", "从右向左书写的文字")
    case .invisible: ("an invisible formatting character", "不可见的格式字符")
    case .unassigned: ("not a character of Unicode", "不是 Unicode 字符")
    case .privateUse: ("a private-use character", "私用区字符")
    }
  }

  static func hint(_ fault: TextFault) -> Message? {
    switch fault {
    case .tab:
      Message("certificate.tab", en: "use spaces or a line break", zh: "请用空格或换行")
    case .lineSeparator:
      Message("certificate.line-separator", en: "use a line break (\\n)", zh: "请用换行（\\n）")
    case .rightToLeft:
      Message(
        "certificate.right-to-left", en: "write it in Latin or Chinese characters",
        zh: "请用拉丁字母或汉字书写")
    case .invisible, .control, .unassigned:
      Message("certificate.remove", en: "remove it", zh: "请删除")
    case .privateUse:
      Message(
        "certificate.private-use", en: "use the character's code in Unicode",
        zh: "请改用该字的 Unicode 编码")
    }
  }

  static func hsTooShort(_ shown: Int, typed: Int) -> Message {
    Message(
      "certificate.hs-too-short",
      en: "\(shown) digits are to be printed, but only \(typed) are typed",
      zh: "要显示 \(shown) 位，但只填写了 \(typed) 位")
  }

  static func noCriterion(_ form: String) -> Message {
    Message(
      "certificate.no-criterion", en: "form \(form) has no origin criterion",
      zh: "\(form) 类证书没有原产地标准栏")
  }

  static func criterion(_ code: String) -> Message {
    Message(
      "certificate.criterion", en: "'\(code)' is not an origin criterion of this form",
      zh: "“\(code)”不是本类证书的原产地标准")
  }

  static func onlyInAddition(_ code: String) -> Message {
    Message(
      "certificate.only-in-addition", en: "'\(code)' stands only in addition to another criterion",
      zh: "“\(code)”只可与其他标准并用")
  }

  static func addition(_ code: String) -> Message {
    Message(
      "certificate.addition", en: "'\(code)' is no additional criterion of this form",
      zh: "“\(code)”不是本类证书的附加标准")
  }

  static func additionTwice(_ code: String) -> Message {
    Message(
      "certificate.addition-twice", en: "'\(code)' is given twice",
      zh: "“\(code)”重复")
  }

  static func percentMissing(_ code: String) -> Message {
    Message(
      "certificate.percent-missing", en: "criterion '\(code)' needs its percentage",
      zh: "标准“\(code)”须填写百分比")
  }

  static func percentNotAllowed(_ code: String) -> Message {
    Message(
      "certificate.percent-not-allowed", en: "criterion '\(code)' has no percentage",
      zh: "标准“\(code)”不填百分比")
  }

  static func percentBounds(_ code: String) -> Message {
    Message(
      "certificate.percent-bounds",
      en: "the bounds of '\(code)' need a percentage, the lower one first",
      zh: "“\(code)”的上下限须配合百分比，且下限不大于上限")
  }

  static func percentBelow(_ code: String, _ bound: String) -> Message {
    Message(
      "certificate.percent-below", en: "criterion '\(code)' needs at least \(bound)",
      zh: "标准“\(code)”的百分比不得低于 \(bound)")
  }

  static func percentAbove(_ code: String, _ bound: String) -> Message {
    Message(
      "certificate.percent-above", en: "criterion '\(code)' allows at most \(bound)",
      zh: "标准“\(code)”的百分比不得高于 \(bound)")
  }

  static func headingNeedsHS(_ code: String) -> Message {
    Message(
      "certificate.heading-needs-hs", en: "criterion '\(code)' is printed with the HS heading",
      zh: "标准“\(code)”须与 HS 品目号一同印出")
  }

  static let percentRange = Message(
    "certificate.percent-range", en: "a percentage is above 0 and at most 100",
    zh: "百分比须大于 0 且不超过 100")

  static func fobMissing(_ code: String) -> Message {
    Message(
      "certificate.fob-missing", en: "the FOB value must be given with criterion '\(code)'",
      zh: "标准“\(code)”须填写 FOB 价值")
  }

  static func fobMustShow(_ code: String) -> Message {
    Message(
      "certificate.fob-must-show", en: "the FOB value is printed with criterion '\(code)'",
      zh: "标准“\(code)”须显示 FOB 价值")
  }

  static func fobMustNotShow(_ code: String) -> Message {
    Message(
      "certificate.fob-must-not-show", en: "the FOB value is not printed with criterion '\(code)'",
      zh: "标准“\(code)”不显示 FOB 价值")
  }

  static func invoiceTwice(_ number: String) -> Message {
    Message(
      "certificate.invoice-twice", en: "invoice '\(number)' is given twice",
      zh: "发票“\(number)”重复")
  }

  static let netAboveGross = Message(
    "certificate.net-above-gross", en: "the net weight is above the gross weight",
    zh: "净重大于毛重")

  static let issueBeforeApplication = Message(
    "certificate.issue-before-application", en: "the issue date is before the application date",
    zh: "签发日期早于申请日期")

  static let laterThanIssue = Message(
    "certificate.later-than-issue", en: "the date is later than the certificate's",
    zh: "日期晚于证书日期")

  static func signedTooLate(_ form: String, _ last: CalendarDate) -> Message {
    Message(
      "certificate.signed-too-late", en: "form \(form) had to be signed by \(last)",
      zh: "\(form) 类证书最迟应于 \(last) 签署")
  }

  static func isRetroactive(_ last: CalendarDate) -> Message {
    Message(
      "certificate.is-retroactive",
      en: "this certificate is issued retroactively; the last regular day was \(last)",
      zh: "该证书为补发证书，正常签发截止 \(last)")
  }

  static func noRetroactive(_ form: String) -> Message {
    Message(
      "certificate.no-retroactive", en: "form \(form) cannot be issued retroactively",
      zh: "\(form) 类证书不可补发")
  }

  static let thirdPartyName = Message(
    "certificate.third-party-name",
    en: "third-party invoicing needs the name of the invoice's issuer",
    zh: "第三方发票须填写开票方名称")

  static let thirdPartyCountry = Message(
    "certificate.third-party-country",
    en: "third-party invoicing needs the country of the invoice's issuer",
    zh: "第三方发票须填写开票方国别")

  static let thirdPartyInChina = Message(
    "certificate.third-party-china",
    en: "a third party's invoice comes from outside the mainland of China",
    zh: "第三方发票的开票方须在中国大陆以外")

  static let earlierNumber = Message(
    "certificate.earlier-number", en: "the number of the earlier certificate is missing",
    zh: "缺少原证书号")

  static let earlierDate = Message(
    "certificate.earlier-date", en: "the date of the earlier certificate is missing",
    zh: "缺少原证书日期")

  static let earlierCountry = Message(
    "certificate.earlier-country", en: "the country that issued the earlier certificate is missing",
    zh: "缺少原证书签发国")

  static let exhibitionAddress = Message(
    "certificate.exhibition-address", en: "the exhibition's address is missing",
    zh: "缺少展览地址")

  static func textTooLong(_ limit: Int) -> Message {
    Message(
      "certificate.text-too-long", en: "the text is longer than \(limit) characters",
      zh: "文字超过 \(limit) 个字符")
  }

  static func number(_ text: String, pattern: String) -> Message {
    Message(
      "certificate.number", en: "'\(text)' has not the shape \(pattern)",
      zh: "“\(text)”不符合编号格式 \(pattern)")
  }

  static func numberLetters(_ found: String, wanted: String) -> Message {
    Message(
      "certificate.number-letters",
      en: "the number is of kind '\(found)', this form has '\(wanted)'",
      zh: "编号类别为“\(found)”，本类证书应为“\(wanted)”")
  }

  static let numberSize = Message(
    "certificate.number-size",
    en: "a number is below one million million and has at most 6 digits behind the point",
    zh: "数值须小于一万亿，小数最多 6 位")

  static let sampleItems = Message(
    "certificate.sample-items", en: "a sample has 1 to 500 items", zh: "样例须为 1 至 500 项")
}
