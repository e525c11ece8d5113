import Certificates
import Diagnostics
import Foundation
import Notation
import Support
import Testing

@testable import Forms

/// The fields a layout may show.
@Suite struct FieldVocabularyTests {
  /// Certificates that together have every field.
  private func fullForms() throws -> [BoundForm] {
    let site = try Site.load()
    return [
      try site.form("C") { draft in
        Self.fill(&draft)
        draft.intermediary = Self.party("MIDDLE LTD.", "SG")
        draft.circumstances.exhibition = Self.party("CANTON FAIR", "DE")
      },
      try site.form("RCEP") { draft in
        Self.fill(&draft)
        draft.importer = Self.party("IMPORTER LTD.", draft.destination ?? "")
        draft.goods[0].criterion = OriginCriterion(code: "RVC", percent: 45)
        draft.circumstances.thirdPartyInvoicing = Self.party("THIRD LTD.", "SG")
        draft.circumstances.basedOn = Self.earlier("AB-1")
      },
      try site.form("H") { Self.fill(&$0) },
      try site.form(
        of: Sample.certificate(form: "G", destination: "JP", policies: site.policies)),
      try site.form("B").rendered(as: .preview(of: .duplicate(ordinal: 1, issued: .sample))),
    ]
  }

  private static func fill(_ draft: inout CertificateDraft) {
    draft.number = draft.form == "C" ? "26C1100B0001/00004" : nil
    draft.serial = "00012345"
    draft.remarks = "REMARKS"
    draft.specialClause = "CLAUSE"
    draft.letterOfCredit = LetterOfCredit(number: "LC-1")
    draft.letterOfCredit?.date = draft.issue?.date
    draft.exportDeclarationDate = draft.issue?.date
    draft.transport?.route = "FROM NINGBO BY SEA"
    draft.transport?.transshipment = "SINGAPORE"
    draft.circumstances.isRetroactive = true
    draft.circumstances.replaces = earlier("OLD-1")
    draft.invoices[0].value = Money(amount: 10, currency: "USD")
    draft.transport?.isDepartureExpected = true
  }

  private static func party(_ name: String, _ country: String) -> Party {
    var party = Party(name: name)
    party.address = "1 MAIN STREET"
    party.country = country
    party.telephone = "1"
    party.fax = "2"
    party.email = "a@example.org"
    return party
  }

  private static func earlier(_ number: String) -> EarlierCertificate {
    var earlier = EarlierCertificate(number: number)
    earlier.date = .sample
    earlier.country = "SG"
    earlier.authority = "CHAMBER"
    return earlier
  }

  private func span(of path: String, in form: BoundForm) -> BoundText {
    let scope =
      if path.hasPrefix("item.") {
        form.scope(row: TableRow(item: 0))
      } else if path.hasPrefix("material."), !form.certificate.materials.isEmpty {
        form.scope(row: TableRow(item: 0, material: 0))
      } else if path.hasPrefix("attachment.") {
        form.scope(attachmentOf: "6", item: 0)
      } else {
        form.scope(page: 1, of: 1)
      }
    return Pattern(lines: [[.field(path: path, format: nil)]], place: Place()).text(in: scope)
  }

  @Test func everyPathHasAKind() {
    #expect(FieldVocabulary.paths.allSatisfy { FieldVocabulary.kind(of: $0) != nil })
    #expect(FieldVocabulary.paths == FieldVocabulary.paths.sorted())
    #expect(Set(FieldVocabulary.paths).count == FieldVocabulary.paths.count)
    #expect(FieldVocabulary.kind(of: "nothing") == nil)
  }

  @Test func everyPathGivesText() throws {
    let credential = PrintedCredential(code: "HTTPS://X/V/A", checkCode: "7Q4K2M", serial: "S1")
    let forms = try fullForms().flatMap {
      [$0, $0.rendered(as: .released(.original), credential: credential)]
    }
    // Both are shown by tests of their own.
    let others: Set = ["cap", "issuer.optionalCode"]
    for path in FieldVocabulary.paths where !others.contains(path) {
      #expect(forms.contains { !span(of: path, in: $0).isEmpty }, "\(path)")
    }
  }

  @Test("The cap is printed where the policy has one (S2-81)")
  func cap() throws {
    let site = try Site.load()
    for (code, cap) in [("N", "20"), ("S", "50"), ("C", "")] {
      let kind = try #require(site.policies.kind(code))
      let context = FieldContext(
        kind: kind, day: .sample, issuer: site.issuer, policies: site.policies)
      let pattern = Pattern(lines: [[.field(path: "cap", format: nil)]], place: Place())
      #expect(pattern.text(in: context.fixedScope(language: .english)).string == cap, "\(code)")
    }
  }

  /// Fields that are no field of the certificate: the site's, the pages', the kind's.
  private static let others: Set<String> = [
    "page.number", "page.count", "attachment.box", "attachment.item", "issuer.name",
    "issuer.address", "issuer.nameEnglish", "issuer.nameChinese", "kind.english", "kind.chinese",
    "issuer.telephone", "issuer.fax", "verification.site", "origin",
    "mark.retroactive", "mark.lost", "output.word", "cap", "producer.telephone", "producer.fax",
    "producer.email",
    "goods[0].number",
    "goods[0].invoice",  // the only invoice covers items that name none
  ]

  @Test func spansNameFieldsOfTheCertificate() throws {
    for form in try fullForms() {
      let known = Self.paths(form.certificate.draft.json, "")
      for path in FieldVocabulary.paths {
        for span in span(of: path, in: form).spans where !Self.others.contains(span.field) {
          let isKnown = known.contains(span.field)
          #expect(isKnown, "\(path) is shown as \(span.field)")
        }
      }
    }
  }

  private static func paths(_ value: JSONValue, _ path: String) -> Set<String> {
    switch value {
    case .object(let members):
      return members.reduce(into: [path]) { found, member in
        found.formUnion(paths(member.value, path.isEmpty ? member.key : "\(path).\(member.key)"))
      }
    case .list(let values):
      return values.enumerated().reduce(into: [path]) { found, entry in
        found.formUnion(paths(entry.element, "\(path)[\(entry.offset)]"))
      }
    default: return [path]
    }
  }
}

/// What the three forms show for the cases the chambers ask about.
@Suite struct ShownFieldsTests {
  private func text(
    _ code: String, _ pattern: String, item: Int? = nil, items: Int = 1,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> String {
    let form = try Site.load().form(code, items: items, change)
    let findings = Findings()
    let pattern = Pattern(pattern, at: Place(), findings)
    try findings.throwErrors()
    let scope = item.map { form.scope(row: TableRow(item: $0)) } ?? form.scope(page: 1, of: 1)
    return try #require(pattern).text(in: scope).string
  }

  /// The pattern a layout has in a box of its front.
  private func shown(_ code: String, box id: String) throws -> String {
    let path = try #require(try Site.layoutPaths().first { $0.hasPrefix("\(code)/") })
    let node = try Site.yaml("Layouts/\(path)")
    let boxes = node.member("front")?.member("boxes")
    guard case .list(let list)? = boxes?.value else { return "" }
    return list.first { $0.member("id")?.textValue == id }?.member("show")?.textValue ?? ""
  }

  @Test("ECFA fills every box: what the certificate lacks is 无")
  func noneInECFA() throws {
    let change: (inout CertificateDraft) -> Void = {
      $0.importer?.fax = nil
      $0.importer?.email = "  "
    }
    #expect(try text("H", "{importer.fax|or-none}", change) == "无")
    #expect(try text("H", "{importer.email|or-none}", change) == "无", "blank text is none")
    #expect(try text("H", "{importer.telephone|or-none}") != "无")
  }

  @Test(
    "The general certificate shows 4, 6, 8 or 10 digits of the HS code (S2-98)",
    arguments: [(4, "8714"), (6, "871491"), (8, "87149100"), (10, "8714910000")])
  func hsDigits(_ digits: Int, _ expected: String) throws {
    let shown = try text("C", "{item.hs}", item: 0) {
      $0.goods[0].hs = "8714910000"
      $0.goods[0].hsDigits = digits
    }
    #expect(shown == expected)
  }

  @Test("The usual number of digits: six, for ECFA eight (S5-10)")
  func usualDigits() throws {
    #expect(try text("C", "{item.hs}", item: 0) { $0.goods[0].hs = "8714910000" } == "871491")
    #expect(try text("RCEP", "{item.hs}", item: 0).count == 6)
    #expect(try text("H", "{item.hs}", item: 0).count == 8)
  }

  @Test("The middleman stands below the exporter after VIA (S2-88)")
  func via() throws {
    let box = try shown("C", box: "1")
    let plain = try text("C", box)
    #expect(!plain.contains("VIA"))
    let via = try text("C", box) {
      $0.intermediary = Party(name: "MIDDLE LTD.")
      $0.intermediary?.address = "2 HARBOUR ROAD"
      $0.intermediary?.country = "SG"
    }
    #expect(via == plain + "\nVIA MIDDLE LTD.\n2 HARBOUR ROAD\nSINGAPORE")
  }

  @Test("Packing decides how the count enters the description (S2-101)")
  func packing() throws {
    func description(_ code: String, _ packages: Packages) throws -> String {
      try text(code, "{item.text}", item: 0) {
        $0.goods[0].description = "X"
        $0.goods[0].packages = packages
      }
    }
    #expect(try description("C", Packages(count: 3, unit: "CARTONS")) == "THREE (3) CARTONS OF X")
    #expect(try description("C", Packages(packing: .bulk)) == "X IN BULK")
    #expect(try description("C", Packages(count: 3, unit: "CARTONS", packing: .total)) == "X")
    #expect(try description("H", Packages(count: 3, unit: "箱")) == "X，3箱")
    #expect(try description("H", Packages(packing: .bulk)) == "X，散装")
  }

  @Test("Number and date of the letter of credit stand in the remarks (S2-93)")
  func letterOfCredit() throws {
    let box = try shown("RCEP", box: "14")
    #expect(try text("RCEP", box) == "")
    #expect(
      try text("RCEP", box) {
        $0.letterOfCredit = LetterOfCredit(number: "LC-77")
        $0.letterOfCredit?.date = CalendarDate("2026-04-01")
        $0.remarks = "OF MAY"
      } == "OF MAY  L/C No. LC-77 dated APR.01,2026")
    let chinese = try text("H", try shown("H", box: "6")) {
      $0.letterOfCredit = LetterOfCredit(number: "LC-77")
      $0.letterOfCredit?.date = CalendarDate("2026-04-01")
    }
    #expect(chinese == "信用证号 LC-77 2026年4月1日")
  }

  @Test("The FOB value shows only where the criterion's policy says so (S2-92)")
  func fob() throws {
    func fob(_ criterion: OriginCriterion) throws -> String {
      try text("RCEP", "{item.fob}", item: 0) {
        $0.goods[0].criterion = criterion
        $0.goods[0].fob = Money(amount: 1250, currency: "USD")
      }
    }
    #expect(try fob(OriginCriterion(code: "RVC", percent: 45)) == "USD 1250.00")
    #expect(try fob(OriginCriterion(code: "WO")) == "")
  }

  @Test("Producers that are not printed have the kind's words (S2-83)")
  func producer() throws {
    func box(_ disclosure: Producer.Disclosure, _ code: String = "RCEP") throws -> String {
      try text(code, "{producer.text}") { $0.producer = Producer(disclosure: disclosure) }
    }
    #expect(try box(.same) == "SAME")
    #expect(try box(.confidential) == "CONFIDENTIAL")
    #expect(try box(.perItem) == "SEE BOX 8")
    #expect(try box(.same, "H") == "同上")
  }

  @Test("A line that is no goods shows only its description and takes no number (S3-21)")
  func notes() throws {
    let change: (inout CertificateDraft) -> Void = {
      var note = GoodsItem(description: "IN ONE CONTAINER")
      note.isNote = true
      $0.goods.insert(note, at: 1)
    }
    let row = "{item.number}|{item.text}|{item.hs}|{item.invoice.number}"
    #expect(try text("C", row, item: 1, items: 2, change) == "|IN ONE CONTAINER||")
    #expect(try text("C", "{item.number}", item: 2, items: 2, change) == "2")
  }

  @Test func theInvoiceStandsWhereItChanges() throws {
    let form = try Site.load().form("C", items: 4) {
      var second = Invoice(number: "INV-2")
      second.date = .sample
      $0.invoices[0].number = "INV-1"
      $0.invoices.append(second)
      for (index, number) in ["INV-1", "INV-1", "INV-2", "INV-1"].enumerated() {
        $0.goods[index].invoice = number
      }
    }
    let findings = Findings()
    let pattern = try #require(Pattern("{item.invoice.number}", at: Place(), findings))
    #expect(
      (0..<4).map { pattern.text(in: form.scope(row: TableRow(item: $0))).string } == [
        "INV-1", "", "INV-2", "INV-1",
      ])
  }

  @Test func theCountryIsNotWrittenTwice() throws {
    func lines(_ address: String) throws -> String {
      try text("C", "{consignee.text}") {
        $0.consignee = Party(name: "BUYER")
        $0.consignee?.address = address
        $0.consignee?.country = "DE"
      }
    }
    #expect(try lines("MARKT 1, BONN") == "BUYER\nMARKT 1, BONN\nGERMANY")
    #expect(try lines("MARKT 1, BONN, Germany") == "BUYER\nMARKT 1, BONN, Germany")
  }

  @Test("The code carries the number's page of the public check")
  func verificationLink() throws {
    let site = try Site.load()
    let plain = try site.form("C")
    #expect(plain.context.verificationLink(plain.certificate) == "HTTPS://CHECK.EXAMPLE.ORG/")
    let numbered = try site.form("C") { $0.number = "26C1100B0001/00004" }
    #expect(
      numbered.context.verificationLink(numbered.certificate)
        == "HTTPS://CHECK.EXAMPLE.ORG/V/26C1100B0001-00004")
    #expect(
      numbered.context.title(of: numbered.layout, numbered.certificate)
        == "Certificate of Origin 26C1100B0001/00004")
  }
}
