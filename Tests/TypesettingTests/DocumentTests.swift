import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Support
import Testing

@testable import Typesetting

/// Pages, sheets, attachments: what a document is made of.
@Suite struct DocumentTests {
  private func dump(_ document: Document) -> [String] {
    [document.title, document.language]
      + document.pages.flatMap { TextDump.lines(of: $0) + ["hash \($0.template.hash)"] }
  }

  // MARK: The same again

  @Test func twoTypesettersInTwoTasksAgree() async throws {
    let form = try Site.load().form("RCEP", items: 12)
    let documents = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let typesetter = try Workshop.freshTypesetter()
          return dump(try typesetter.document(of: form, as: .draft))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(documents.count == 2 && documents[0] == documents[1])
  }

  @Test func anotherCertificateBetweenChangesNothing() throws {
    let typesetter = try Workshop.freshTypesetter()
    let site = try Site.load()
    let form = try site.form("C", items: 5)
    let before = dump(try typesetter.document(of: form, as: .draft))
    _ = try typesetter.document(of: try site.form("C", items: 40, seed: 9), as: .specimen)
    #expect(dump(try typesetter.document(of: form, as: .draft)) == before)
  }

  @Test func pagesOfOneKindShareTheirTemplate() throws {
    let typesetter = try Workshop.freshTypesetter()
    let site = try Site.load()
    let first = try typesetter.document(of: try site.form("RCEP", items: 30), as: .draft)
    let second = try typesetter.document(of: try site.form("RCEP", seed: 3), as: .draft)
    #expect(first.pages[0].template === second.pages[0].template)
    #expect(first.pages[1].template === first.pages[3].template, "overleaf")
    #expect(first.pages[2].template === first.pages[4].template, "continuation")
    #expect(Set(first.pages.map(\.template.hash)).count == 3)
  }

  @Test("A template is made anew where a dated policy gives its words another value")
  func templatesFollowTheDay() throws {
    let site = try Site.load()
    let typesetter = try Workshop.freshTypesetter()
    let layout = try Self.layout(
      """
      front:
        texts: [{text: "[AT MOST {cap} ITEMS ]{mark.retroactive}", frame: [20, 10, 90, 5], style: value}]
      """)
    func words(_ code: String, _ day: String) throws -> String? {
      let kind = try #require(site.policies.kind(code))
      let context = FieldContext(
        kind: kind, day: try #require(CalendarDate(day)), issuer: site.issuer,
        policies: site.policies)
      let template = try typesetter.template(of: layout.front, named: "front", layout, context)
      guard case .text(let text)? = template.items[.form].first else { return nil }
      return text.source
    }
    #expect(try words("S", "2021-08-31") == "AT MOST 20 ITEMS ISSUED RETROSPECTIVELY")
    #expect(try words("S", "2021-09-01") == "AT MOST 50 ITEMS ISSUED RETROSPECTIVELY")
    #expect(try words("K", "2026-05-05") == "ISSUED RETROACTIVELY")
    #expect(try words("C", "2026-05-05") == "ISSUED RETROSPECTIVELY")
  }

  private static func layout(_ own: String) throws -> Layout {
    let files = LayoutFiles(folder: "") { path in
      path == "X/1/layout.yaml"
        ? Data(("include: [../../C/2012/layout.yaml]\nform: X\n" + own).utf8)
        : try Repository.bytes("Layouts/\(path)")
    }
    let findings = Findings()
    let layout = Layout(path: "X/1/layout.yaml", files: files, findings)
    try findings.throwErrors()
    return try #require(layout)
  }

  // MARK: Sheets

  @Test("RCEP prints its notes on the back of every sheet (S2-130); C and H have none")
  func backs() throws {
    let document = try Workshop.document("RCEP", items: 30)
    #expect(
      document.pages.map(\.side) == document.pages.indices.map { $0 % 2 == 0 ? .front : .back })
    #expect(document.pages.map(\.sheet) == document.pages.indices.map { $0 / 2 + 1 })
    #expect(document.pages[1].items(of: .background).isEmpty)
    for form in ["C", "H"] {
      #expect(try Workshop.document(form, items: 30).pages.allSatisfy { $0.side == .front })
    }
  }

  @Test func aShortCertificateTakesOneSheet() throws {
    for form in ["C", "RCEP", "H"] {
      #expect(try Workshop.document(form, items: 2).sheetCount == 1)
    }
  }

  @Test("Twenty items of the general certificate take four sheets")
  func continuation() throws {
    let document = try Workshop.document("C", items: 20)
    #expect(document.pages.map(\.sheet) == [1, 2, 3, 4])
    for page in document.pages {
      let exporter = page.texts().filter { $0.field == "exporter" }
      #expect(!exporter.isEmpty, "the general certificate repeats its boxes")
    }
  }

  @Test func titleAndLanguage() throws {
    let english = try Workshop.document("C") { $0.number = "26C1100B0001/00004" }
    #expect(english.title == "Certificate of Origin 26C1100B0001/00004")
    #expect(english.language == "en")
    let chinese = try Workshop.document("H")
    #expect(chinese.title == "海峡两岸经济合作框架协议原产地证书")
    #expect(chinese.language == "zh")
  }

  // MARK: Marks and attachments

  @Test("Every page says that it is no valid certificate (S3-34)")
  func statusWords() throws {
    let form = try Site.load().form("RCEP", items: 20)
    for page in try Workshop.document(form, as: .draft).pages {
      #expect(page.texts(.note).map(\.source) == Array(repeating: "非有效证书 样张", count: 3))
    }
    for page in try Workshop.document(form, as: .specimen).pages {
      let words = Array(repeating: "样张 SPECIMEN", count: 3) + Array(repeating: "非有效证书", count: 3)
      #expect(page.texts(.note).map(\.source) == words)
    }
  }

  private func picture(_ width: Int, _ height: Int) -> MarkImage {
    MarkImage(format: .png, width: width, height: height, bytes: Data([1, 2, 3]))
  }

  @Test("Pictures of marks stand in the column for marks (S2-99)")
  func pictures() throws {
    let document = try Workshop.document("C") {
      $0.goods[0].marks = nil
      $0.goods[0].markImages = [picture(300, 150), picture(3000, 300)]
    }
    let images = document.pages[0].images
    #expect(images.map(\.field) == ["goods[0].markImages", "goods[0].markImages"])
    #expect(images.map(\.box) == ["6", "6"])
    #expect(
      images[0].frame.size == Size(width: .inches(1), height: .inches(0.5)), "300 dots an inch")
    #expect(images[1].frame.width == .mm(31), "not wider than the column")
    let ratio = images[1].frame.width.mm / images[1].frame.height.mm
    #expect(abs(ratio - 10) < 0.001, "never squeezed")
  }

  @Test("Marks that are too long go to an attachment, and the form says so (S2-100)")
  func attachment() throws {
    let marks = (1...40).map { "CARTON NO. \($0)" }
    let document = try Workshop.document("C", items: 2) {
      $0.number = "26C1100B0001/00004"
      $0.goods[1].marks = marks.joined(separator: "\n")
      $0.goods[1].markImages = [picture(600, 300)]
    }
    #expect(document.pages.count == 2)
    let column = document.pages[0].texts().filter { $0.box == "6" && $0.field == "goods[1].marks" }
    #expect(column.map(\.source) == ["SEE ATTACHMENT"])
    let sheet = document.pages[1].texts().map(\.source)
    #expect(
      sheet.prefix(3) == [
        "ATTACHMENT TO CERTIFICATE OF ORIGIN NO. 26C1100B0001/00004", "Sheet 1 of 1",
        "BOX 6, ITEM 2",
      ])
    #expect(Array(sheet.dropFirst(3)) == marks)
    #expect(document.pages[1].images.map(\.field) == ["goods[1].marks"])
    #expect(document.pages[1].sheet == 2)
  }

  @Test(
    "Remarks, special clause and letter of credit are printed on every form (S2-84, S2-93)",
    arguments: ["C", "RCEP", "H"])
  func freeTexts(_ code: String) throws {
    let document = try Workshop.document(code) {
      $0.remarks = "REMARK"
      $0.specialClause = "CLAUSE"
      $0.letterOfCredit = LetterOfCredit(number: "LC-77")
    }
    let text = document.pages[0].texts().map(\.source).joined(separator: " ")
    for words in ["REMARK", "CLAUSE", "LC-77"] { #expect(text.contains(words), "\(text)") }
  }

  @Test("A tall picture is made small enough for the lowest table", arguments: ["P", "C", "H"])
  func tallPictures(_ code: String) throws {
    let form = try Site.load().form(code, items: 2) {
      for index in $0.goods.indices { $0.goods[index].markImages = [picture(48, 1475)] }
    }
    #expect(Invariants.problems(of: try Workshop.document(form), form) == [])
  }

  @Test func longRemarksGoToTheAttachmentWhole() throws {
    let remarks = (1...30).map { "REMARK NUMBER \($0) OF THIRTY" }.joined(separator: "\n")
    let form = try Site.load().form("RCEP") { $0.remarks = remarks }
    let document = try Workshop.document(form)
    #expect(document.pages.last?.boxes["attachment"] != nil)
    #expect(Invariants.problems(of: document, form) == [])
  }

  @Test func anAttachmentMayTakeSeveralSheets() throws {
    let form = try Site.load().form("H", items: 30) { draft in
      for index in draft.goods.indices {
        draft.goods[index].marks = (1...40).map { "箱号 \(index) \($0)" }.joined(separator: "\n")
      }
    }
    let document = try Workshop.document(form)
    let sheets = document.pages.filter { $0.boxes["attachment"] != nil }
    #expect(sheets.count > 2)
    for (index, page) in sheets.enumerated() {
      #expect(page.texts().contains { $0.source == "第\(index + 1)页 共\(sheets.count)页" })
    }
    #expect(Invariants.problems(of: document, form) == [])
  }

  // MARK: Layers

  @Test("The overlay for preprinted paper has the data at the very places of the full print")
  func overlay() throws {
    let document = try Workshop.document("RCEP", items: 5)
    for page in document.pages where page.side == .front {
      #expect(!page.items(of: .data).isEmpty && !page.items(of: .form).isEmpty)
    }
    #expect(Content.overlay.layers == [.data, .seal, .note])
    #expect(Content.full.layers.isSuperset(of: Content.overlay.layers))
    #expect(Content.blank.layers.isDisjoint(with: [.data, .seal]))
  }

  @Test("What a certificate shows is data, so that an overlay has it; the template has none of it")
  func templatesHoldNoData() throws {
    for form in ["C", "RCEP", "H"] {
      for page in try Workshop.document(form, items: 20).pages {
        #expect(page.template.items[.data].isEmpty)
        #expect(page.texts(.form).allSatisfy { $0.field == nil })
      }
    }
  }

  @Test func theGuillocheLeavesTheCodeFree() throws {
    let site = try Site.load()
    for layout in site.library.editions.values.flatMap(\.self) {
      guard let guilloche = layout.guilloche, let code = layout.front.code else { continue }
      let items = GuillocheDrawing(guilloche: guilloche, free: code.frame).items
      #expect(items.count == guilloche.lines)
      let inside = items.flatMap { Self.bounds($0.steps) }.filter { $0.overlaps(code.frame) }
      #expect(inside.isEmpty, "\(layout.name)")
      let paper = Rect(origin: .zero, size: layout.paper)
      #expect(items.flatMap { Self.bounds($0.steps) }.allSatisfy(paper.contains))
    }
  }

  /// The box of each curve as it is drawn: a cubic with equal control heights rises three quarters.
  private static func bounds(_ steps: [PathStep]) -> [Rect] {
    var here = Point.zero
    return steps.compactMap { step in
      switch step {
      case .move(let point), .line(let point):
        here = point
        return nil
      case .curve(let control, _, let end):
        let peak = here.y + (control.y - here.y).scaled(by: 0.75)
        let top = min(here.y, peak)
        let rect = Rect(
          x: here.x, y: top, width: end.x - here.x, height: max(here.y, peak) - top)
        here = end
        return rect
      case .close: return nil
      }
    }
  }

  @Test func aBoxTickedOnTheFormIsCrossedWhenItHolds() throws {
    func crosses(_ change: (inout CertificateDraft) -> Void) throws -> Int {
      try Workshop.document("RCEP", change).pages[0].items(of: .data).count { item in
        if case .path(let path) = item { return path.box == "17" }
        return false
      }
    }
    #expect(try crosses { _ in } == 0)
    #expect(try crosses { $0.circumstances.isRetroactive = true } == 1)
    #expect(
      try crosses { draft in
        draft.circumstances.isRetroactive = true
        var earlier = EarlierCertificate(number: "SG-1")
        earlier.date = .sample
        earlier.country = "SG"
        draft.circumstances.basedOn = earlier
      } == 2)
  }

  @Test func proofsShowEveryFaceWithItsNames() throws {
    let site = try Site.load()
    for (form, pages) in [("C", 1), ("RCEP", 3), ("H", 2)] {
      let bound = try site.form(form)
      let proof = try Workshop.freshTypesetter().proof(of: bound.layout, context: bound.context)
      #expect(proof.pages.count == pages)
      for (page, face) in zip(proof.pages, [bound.layout.front, bound.layout.continuation]) {
        guard page.side == .front else { continue }
        let names = page.texts(.seal).map(\.source).joined(separator: " ")
        for box in face.boxes { #expect(names.contains("\(box.id) \(box.frame.left)"), "\(form)") }
      }
    }
  }
}
