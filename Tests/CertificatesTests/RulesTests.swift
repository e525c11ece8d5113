import Certificates
import Diagnostics
import Foundation
import Notation
import Testing

/// Each rule, on a sample with one thing changed.
@Suite struct RulesTests {
  /// What is wrong with a changed sample, as `path: message`.
  private func faults(
    _ form: String, items: Int = 1, to destination: String? = nil,
    _ change: (inout CertificateDraft) -> Void
  ) throws -> [String] {
    let policies = try PolicyFolder.load()
    var draft = try Sample.certificate(
      form: form, items: items, destination: destination, policies: policies)
    change(&draft)
    return CertificateRules.check(draft, policies: policies).diagnostics
      .map { "\($0.place.path): \($0.message.english)" }
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func unknownFormsNameTheNearest() throws {
    let policies = try PolicyFolder.load()
    let check = CertificateRules.check(CertificateDraft(form: "RCPE"), policies: policies)
    #expect(check.diagnostics.first?.message.key == "policy.no-form")
    #expect(throws: Refusal.self) { try check.get() }
  }

  @Test("What is missing is named field by field, all at once (S3-18, S3-25)")
  func missingFieldsAreAllReported() throws {
    let found = try faults("C") {
      $0.exporter = nil
      $0.consignee?.name = " "
      $0.transport?.mode = nil
      $0.goods[0].packages = nil
      $0.goods[0].marks = nil
      $0.invoices[0].date = nil
    }
    #expect(
      found.map { $0.prefix { $0 != ":" } } == [
        "exporter", "consignee.name", "transport.mode", "invoices[0].date", "goods[0].packages",
        "goods[0].marks",
      ])
  }

  @Test("An item needs text or image marks (S5-17)")
  func marks() throws {
    let image = MarkImage(format: .png, width: 1, height: 1, bytes: Data())
    #expect(
      try faults("C") {
        $0.goods[0].marks = nil
        $0.goods[0].markImages = [image]
      } == [])
  }

  @Test("A form for certain goods warns of others; its sample has the right ones (S3-12)")
  func headings() throws {
    let policies = try PolicyFolder.load()
    var draft = try Sample.certificate(form: "TB", items: 6, policies: policies)
    #expect(CertificateRules.check(draft, policies: policies).diagnostics.isEmpty)
    #expect(draft.goods.allSatisfy { $0.hs?.hasPrefix("2401") == true })
    draft.goods[2].hs = "030461"
    let found = CertificateRules.check(draft, policies: policies).diagnostics
    #expect(found.map(\.place.path) == ["goods[2].hs"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("A line that is no goods holds only its description (S3-21)")
  func notes() throws {
    var note = GoodsItem(description: "PACKED IN ONE CONTAINER")
    note.isNote = true
    #expect(try faults("C") { $0.goods.append(note) } == [])
    note.hs = "871491"
    #expect(try faults("C") { $0.goods.append(note) }.count == 1)
    #expect(
      try faults("C") {
        note.hs = nil
        $0.goods = [note]
      } == ["goods: there are no goods"])
  }

  @Test(
    "Too many items are refused with the words of S2-82",
    arguments: [
      ("S", "2021-08-31", 20), ("S", "2021-09-01", 50), ("F", "2019-02-28", 20),
      ("F", "2019-03-01", 50), ("K", "2022-06-11", 20), ("E", "2019-08-19", 20),
      ("N", "2026-05-05", 20), ("R", "2026-05-05", 20), ("L", "2026-05-05", 20),
      ("I", "2026-05-05", 20), ("A", "2026-05-05", 20),
    ])
  func itemCaps(_ form: String, _ date: String, _ cap: Int) throws {
    let policies = try PolicyFolder.load()
    let day = try day(date)
    #expect(policies.itemCaps.value(form: form, day: day) == cap)
    var draft = try Sample.certificate(form: form, items: cap, policies: policies, day: day)
    draft.goods.append(draft.goods[0])
    let found = CertificateRules.check(draft, policies: policies).diagnostics
    #expect(found.map(\.place.path) == ["goods"])
    #expect(found.first?.message.chinese == "出口商品超过限定次数，请核实！")
  }

  @Test("Kinds without a cap take any number (S2-81)", arguments: ["C", "RCEP", "H", "E", "K"])
  func noCap(_ form: String) throws {
    #expect(try faults(form, items: 200) { _ in } == [])
  }

  @Test("A middleman stands only on non-preferential certificates (S2-88)")
  func via() throws {
    #expect(try faults("C") { $0.intermediary = Party(name: "MIDDLE LTD.") } == [])
    #expect(
      try faults("RCEP") { $0.intermediary = Party(name: "MIDDLE LTD.") }
        == ["intermediary: a middleman (VIA) stands only on non-preferential certificates"])
  }

  @Test(
    "The general certificate shows 4, 6, 8 or 10 digits, as many as are typed (S2-98)",
    arguments: [
      ("8714910000", 4, true), ("8714910000", 10, true), ("871491", 8, false),
      ("87149100", 10, false), ("87149100", 8, true), ("871491", 5, false), ("8714", nil, false),
      ("871491", nil, true), ("8714.91", nil, false), ("", nil, false),
    ] as [(String, Int?, Bool)])
  func hsOfGeneral(_ hs: String, _ shown: Int?, _ isValid: Bool) throws {
    let found = try faults("C") {
      $0.goods[0].hs = hs
      $0.goods[0].hsDigits = shown
    }
    #expect(found.isEmpty == isValid, "\(found)")
  }

  @Test("Other kinds have six digits, ECFA eight (S5-10)")
  func hsOfOthers() throws {
    #expect(try faults("RCEP") { $0.goods[0].hs = "87149100" }.count == 1)
    #expect(try faults("RCEP") { $0.goods[0].hsDigits = 4 }.count == 1)
    #expect(try faults("H") { $0.goods[0].hs = "871491" }.count == 1)
  }

  @Test func countries() throws {
    #expect(
      try faults("RCEP") { $0.destination = "US" }
        == ["destination: US is not a destination of form RCEP"])
    #expect(try faults("C") { $0.destination = "CN" }.count == 1)
    #expect(
      try faults("C") { $0.consignee?.country = "XX" }
        == ["consignee.country: 'XX' is not a country code of ISO 3166-1"])
    #expect(
      try faults("C") { $0.exporter?.country = "HK" }
        == ["exporter.country: the exporter must be in the mainland of China (CN)"])
  }

  @Test("RCEP: ACU and DMI stand only beside a main criterion")
  func additions() throws {
    #expect(
      try faults("RCEP") {
        $0.goods[0].criterion = OriginCriterion(code: "PE", additions: ["ACU", "DMI"])
      } == [])
    #expect(
      try faults("RCEP") { $0.goods[0].criterion = OriginCriterion(code: "ACU") }
        == [
          "goods[0].criterion.code: 'ACU' stands only in addition to another criterion"
        ])
    #expect(
      try faults("RCEP") {
        $0.goods[0].criterion = OriginCriterion(code: "WO", additions: ["ACU", "ACU", "PE"])
      }.count == 2)
    #expect(try faults("RCEP") { $0.goods[0].criterion = OriginCriterion(code: "PSR") }.count == 1)
    #expect(try faults("C") { $0.goods[0].criterion = OriginCriterion(code: "WO") }.count == 1)
  }

  @Test(
    "Asia-Pacific: B at most 55 %, C at least 60 %",
    arguments: [
      ("B", 55, ""), ("B", 56, "criterion 'B' allows at most 55%"), ("C", 60, ""),
      ("C", 59, "criterion 'C' needs at least 60%"),
    ])
  func percentageBounds(_ code: String, _ percent: Int, _ message: String) throws {
    let found = try faults("B") {
      $0.goods[0].criterion = OriginCriterion(code: code, percent: Decimal(percent))
    }
    #expect(found == (message.isEmpty ? [] : ["goods[0].criterion.percent: \(message)"]))
  }

  @Test("Form A prints the HS heading with W, so W needs the code (S3-04)")
  func headingOfTheCriterion() throws {
    func found(_ code: String) throws -> [String] {
      try faults("G") {
        $0.goods[0].criterion = OriginCriterion(code: code)
        $0.goods[0].hs = nil
      }
    }
    #expect(try found("P") == [])
    #expect(
      try found("W") == ["goods[0].hs: criterion 'W' is printed with the HS heading"])
  }

  @Test("RCEP: the FOB value shows with RVC and only then; Form E as S2-92 says")
  func fob() throws {
    let policies = try PolicyFolder.load()
    let may = try day("2026-05-05")
    var item = GoodsItem(description: "x")
    item.fob = Money(amount: 5, currency: "USD")
    for (form, code, wish, expected) in [
      ("RCEP", "RVC", nil, true), ("RCEP", "CTC", true, false), ("E", "%", nil, true),
      ("E", "PSR", nil, false), ("E", "PSR", true, true), ("E", "WO", nil, false),
    ] as [(String, String, Bool?, Bool)] {
      item.criterion = OriginCriterion(code: code)
      item.showsFOB = wish
      #expect(policies.showsFOB(item, form: form, day: may) == expected)
    }
    #expect(
      try faults("RCEP") {
        $0.goods[0].criterion = OriginCriterion(code: "RVC", percent: 45)
        $0.goods[0].fob = nil
      } == ["goods[0].fob: the FOB value must be given with criterion 'RVC'"])
    #expect(
      try faults("RCEP") {
        $0.goods[0].criterion = OriginCriterion(code: "CTC")
        $0.goods[0].showsFOB = true
      }.count == 1)
    #expect(
      try faults("E") { $0.goods[0].criterion = OriginCriterion(code: "%") }
        == ["goods[0].criterion.percent: criterion '%' needs its percentage"])
  }

  @Test("RCEP: a third party's invoice has name and country, a back-to-back certificate its number")
  func circumstances() throws {
    let found = try faults("RCEP") {
      $0.circumstances.thirdPartyInvoicing = Party(name: "")
      $0.circumstances.basedOn = EarlierCertificate(number: "")
    }
    #expect(
      found.map { $0.prefix { $0 != ":" } } == [
        "circumstances.thirdPartyInvoicing.name", "circumstances.thirdPartyInvoicing.country",
        "circumstances.basedOn.number", "circumstances.basedOn.date",
        "circumstances.basedOn.country",
      ])
  }

  @Test("APTA cannot be issued retroactively (S2-86)")
  func retroactive() throws {
    #expect(try faults("B") { $0.circumstances.isRetroactive = true }.count == 1)
    #expect(try faults("RCEP") { $0.circumstances.isRetroactive = true } == [])
  }

  @Test("ECFA needs telephone, fax, e-mail and the export declaration date (S2-85, S3-11)")
  func ecfa() throws {
    let found = try faults("H") {
      $0.exporter?.telephone = nil
      $0.exporter?.fax = nil
      $0.exporter?.email = nil
      $0.importer?.telephone = nil
      $0.exportDeclarationDate = nil
    }
    #expect(
      found.map { $0.prefix { $0 != ":" } } == [
        "exporter.telephone", "exporter.fax", "exporter.email", "importer.telephone",
        "exportDeclarationDate",
      ])
    #expect(try faults("H") { $0.exporter?.fax = "无" } == [])
  }

  @Test("Producers can be hidden where the form has words for it (S2-83)")
  func producers() throws {
    #expect(try faults("RCEP") { $0.producer?.disclosure = .confidential } == [])
    #expect(try faults("K") { $0.producer?.disclosure = .unknown }.count == 1)
    #expect(
      try faults("RCEP") { $0.producer = Producer(disclosure: .shown) }
        == ["producer.parties: name at least one producer, or choose another disclosure"])
  }

  @Test func amounts() throws {
    let found = try faults("C") {
      $0.goods[0].quantity = Quantity(value: 0, unit: "")
      $0.goods[0].fob = Money(amount: -1, currency: "usd")
      $0.goods[0].netWeight = Quantity(value: 999_999, unit: "KGS")
      $0.goods[0].packages?.count = 0
    }
    #expect(
      found.map { $0.prefix { $0 != ":" } } == [
        "goods[0].packages.count", "goods[0].quantity.value", "goods[0].quantity.unit",
        "goods[0].fob.amount", "goods[0].fob.currency", "goods[0].netWeight",
      ])
  }

  @Test func hugeAndOverlyExactNumbers() throws {
    for (text, isValid) in [
      ("1e12", false), ("999999999999.999999", true), ("0.0000001", false), ("0.000001", true),
    ] {
      let value = try #require(Decimal(exactly: text))
      let found = try faults("C") { $0.goods[0].quantity?.value = value }
      #expect(found.isEmpty == isValid, "\(text)")
    }
  }

  @Test func dates() throws {
    let later = try day("2026-05-06")
    let earlier = try day("2026-05-04")
    #expect(
      try faults("C") { $0.issue?.date = earlier }
        .map { $0.prefix { $0 != ":" } } == ["issue.date", "invoices[0].date"])
    #expect(try faults("C") { $0.invoices[0].date = later }.count == 1)
    #expect(
      try faults("C") {
        $0.issue = nil
        $0.application = nil
      }.map { $0.prefix { $0 != ":" } } == ["application.date"])
  }

  @Test(arguments: [
    ("A\tB", "tab"), ("A\u{1}B", "control"), ("A\u{85}B", "control"), ("שלום", "right to left"),
    ("سعر", "right to left"), ("A\u{202E}B", "right to left"), ("A\u{202A}B", "invisible"),
    ("A\u{2066}B", "invisible"), ("A\u{200D}B", "invisible"), ("A\u{200B}B", "invisible"),
    ("A\u{FEFF}B", "invisible"),
    ("A\u{378}B", "not a character"), ("A\u{E000}B", "private-use"),
    ("A\u{2028}B", "line separator"), ("A\u{E0041}B", "invisible"),
  ])
  func charactersThatPaperCannotShow(_ text: String, _ part: String) throws {
    let found = try faults("C") { $0.remarks = text }
    #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("remarks: U+") })
    #expect(found.first?.contains(part) == true, "\(found)")
  }

  @Test(arguments: [0xFDD0, 0xFFFF, 0x1FFFE] as [UInt32])
  func noncharacters(_ code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let found = try faults("C") { $0.remarks = "A\(scalar)" }
    #expect(found.first?.contains("not a character of Unicode") == true, "\(found)")
  }

  @Test(arguments: ["A\nB", "中文，。", "Ångström ½ €", "𠮷 㐂 😀", "ＡＢ　Ｃ"])
  func charactersThatPaperCanShow(_ text: String) throws {
    #expect(try faults("C") { $0.remarks = text } == [])
  }

  @Test func longTextsAreRefusedWithTheirField() throws {
    let text = String(repeating: "长", count: 10_001)
    #expect(
      try faults("C") { $0.goods[0].description = text }
        == ["goods[0].description: the text is longer than 10000 characters"])
    #expect(try faults("C") { $0.goods[0].description = String(text.dropLast()) } == [])
  }

  @Test func itemsNameAnInvoiceOfTheCertificate() throws {
    #expect(try faults("C") { $0.goods[0].invoice = $0.invoices[0].number } == [])
    #expect(
      try faults("C") { $0.goods[0].invoice = "X" } == ["goods[0].invoice: there is no invoice 'X'"]
    )
  }

  @Test func theNumberFollowsTheProfile() throws {
    let policies = try PolicyFolder.load()
    let site = try PolicyFolder.site()
    var draft = try Sample.certificate(form: "C", policies: policies)
    for (number, isValid) in [
      ("26C1100B0001/00004", true), ("26B1100B0001/00004", false), ("26C1100B0001/4", false),
    ] {
      draft.number = number
      let check = CertificateRules.check(draft, policies: policies, issuer: site)
      #expect((check.certificate != nil) == isValid)
    }
  }
}
