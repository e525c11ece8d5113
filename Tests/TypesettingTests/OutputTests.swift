import Certificates
import DisplayList
import Forms
import Measures
import Support
import Testing
import Typesetting

/// What an output is stands on its paper, on every form (design §5, requirements B.13, X22).
@Suite struct OutputTests {
  static let forms = (try? Site.load().policies.kinds.map(\.code)) ?? []
  static let today = CalendarDate(year: 2026, month: 6, day: 1) ?? .sample

  /// A number of the kind, which has a letter of its own or takes that of the general certificate.
  private static func number(_ code: String) throws -> String {
    let shape = try Site.load().policies.numberShapes.first { $0.profile == "ccpit" }
    return "26\(shape?.letters[code] ?? "C")1100B0001/00004"
  }

  /// A certificate with everything that a box of marks may have to hold beside the mark.
  private func form(
    _ code: String, items: Int = 1, _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> BoundForm {
    let site = try Site.load()
    let number = try Self.number(code)
    let retroactive = site.policies.retroactiveMarks.value(form: code, day: .sample)
    return try site.form(code, items: items) {
      $0.number = number
      $0.circumstances.isRetroactive = retroactive.map { $0.manner != .impossible } ?? false
      $0.circumstances.replaces = EarlierCertificate(number: "26C1100B0001/00001")
      $0.circumstances.replaces?.date = $0.issue?.date
      $0.remarks = "ORDER NO. 4711"
      change(&$0)
    }
  }

  private func lines(_ page: Page, field: String) -> [TextItem] {
    page.texts().filter { $0.field?.split(separator: ",").contains { $0 == field } ?? false }
  }

  // MARK: Duplicates

  @Test(
    "A duplicate bears the words of its policy in the box they name, in data (S2-123, S5-23)",
    arguments: forms)
  func lostMark(_ code: String) throws {
    let form = try form(code)
    let row = try #require(
      try Site.load().policies.lostMarks.row(form: code, day: form.certificate.day))
    let words = try #require(row.value.words)
      .replacing("{number}", with: Self.number(code)).replacing("{date}", with: "MAY.05,2026")
      .replacing("{today}", with: "JUN.01,2026")
    let duplicate = Rendition.preview(of: .duplicate(ordinal: 2, issued: Self.today))
    let document = try Workshop.document(form, as: duplicate)
    let mark = lines(document.pages[0], field: "mark.lost")
    #expect(mark.map(\.source).joined().dense == words.dense)
    #expect(mark.allSatisfy { $0.box == row.value.box })
    #expect(Content.overlay.layers.contains(.data), "so that an overlay keeps it")
    #expect(Invariants.collisions(in: document, form) == [])
    #expect(!words.contains("{"), "a placeholder stays")
    #expect(lines(try Workshop.document(form).pages[0], field: "mark.lost").isEmpty)
  }

  @Test("Words of a duplicate with its numbers and days")
  func wordings() throws {
    let duplicate = Rendition.preview(of: .duplicate(ordinal: 1, issued: Self.today))
    func words(_ form: BoundForm) throws -> String {
      lines(try Workshop.document(form, as: duplicate).pages[0], field: "mark.lost")
        .map(\.source).joined().dense
    }
    #expect(try words(form("RCEP")) == "CERTIFIEDTRUECOPYJUN.01,2026")
    #expect(
      try words(form("K"))
        == "CERTIFIEDTRUECOPYoftheoriginalCertificateofOriginnumber26K1100B0001/00004"
        + "datedMAY.05,2026")
    #expect(try words(form("B")) == "CERTIFIEDTRUECOPYMAY.05,2026")
    let unnumbered = try words(form("K") { $0.number = nil })
    #expect(unnumbered.contains("number________dated"), "a blank that is seen")
  }

  @Test(
    "The mark stays in its box when the remarks move to an attachment",
    arguments: ["K", "RCEP", "C", "S", "TB"])
  func markNeverMoves(_ code: String) throws {
    let form = try form(code) {
      $0.remarks = (1...40).map { "REMARK NUMBER \($0)" }.joined(separator: "\n")
    }
    let document = try Workshop.document(
      form, as: .released(.duplicate(ordinal: 1, issued: Self.today)))
    #expect(document.pages.contains { $0.boxes["attachment"] != nil })
    #expect(!lines(document.pages[0], field: "mark.lost").isEmpty)
    #expect(Invariants.collisions(in: document, form) == [])
  }

  @Test("Editions of a time without a lost-copy rule have no mark, the others do")
  func editions() throws {
    let site = try Site.load()
    let duplicate = Rendition.preview(of: .duplicate(ordinal: 1, issued: Self.today))
    var without: [String] = []
    for layout in site.library.editions.values.flatMap(\.self) where layout.until != nil {
      let draft = try Sample.certificate(
        form: layout.form, items: 1, seed: 1, policies: site.policies, day: layout.from)
      let document = try Workshop.document(try site.form(of: draft), as: duplicate)
      if lines(document.pages[0], field: "mark.lost").isEmpty { without.append(layout.name) }
    }
    #expect(without == ["F 2006"])
  }

  // MARK: Words of the output

  @Test(
    "Only an original says ORIGINAL; a duplicate or copy has its label instead (X22, S2-137)",
    arguments: forms)
  func originalWord(_ code: String) throws {
    let form = try form(code, items: 8)
    let kinds: [(Rendition, saysOriginal: Bool, label: String?)] = [
      (.draft, true, nil), (.preview(of: .void), true, nil), (.released(.original), true, nil),
      (.released(.duplicate(ordinal: 3, issued: Self.today)), false, "失证副本 3"),
      (.preview(of: .copy(ordinal: 2)), false, "COPY 2"),
    ]
    for (rendition, saysOriginal, label) in kinds {
      for page in try Workshop.document(form, as: rendition).pages {
        let all = Layer.allCases.flatMap { page.texts($0) }
        let words = all.filter { ["ORIGINAL", "正本", "正本续页"].contains($0.source.uppercased()) }
        #expect(words.isEmpty || saysOriginal, "\(rendition): \(words.map(\.source))")
        #expect(!words.isEmpty || !saysOriginal || page.side == .back, "\(rendition)")
        #expect(words.allSatisfy { $0.field == nil }, "it is a word of the form")
        let labels = page.texts(.note).filter { form.layout.label.frame.contains($0.inkFrame) }
        #expect(labels.map(\.source) == (label.map { [$0] } ?? []), "\(rendition)")
      }
    }
  }

  @Test(
    "Every page says what it is, large and in three places (S3-34, S2-120, S2-137)",
    arguments: forms)
  func statusWords(_ code: String) throws {
    let form = try form(code, items: 8)
    let kinds: [(Rendition, [String])] = [
      (.draft, ["非有效证书 样张"]), (.preview(of: .void), ["作废", "非有效证书 样张"]),
      (.preview(of: .copy(ordinal: 2)), ["COPY 2", "非有效证书 样张"]),
      (.released(.duplicate(ordinal: 1, issued: Self.today)), ["样张"]),
    ]
    for (rendition, words) in kinds {
      for page in try Workshop.document(form, as: rendition).pages {
        let turned = page.texts(.note).filter { $0.rotation != 0 }.map(\.source)
        for word in words { #expect(turned.count { $0 == word } >= 3, "\(rendition): \(turned)") }
        #expect(Set(turned) == Set(words))
      }
    }
  }

  @Test("Status words of two lines stand around the middle of their place, one below the other")
  func twoLines() throws {
    let document = try Workshop.document(form("C"), as: .preview(of: .copy(ordinal: 1)))
    let words = document.pages[0].texts(.note).filter { $0.rotation != 0 }
    let first = try #require(words.first { $0.source == "COPY 1" })
    let second = try #require(words.first { $0.source == "非有效证书 样张" })
    #expect(second.origin.y > first.origin.y, "aslant, the longer line starts further left")
    #expect(second.origin.x < first.origin.x)
  }

  // MARK: Other marks

  @Test(
    "The retroactive mark stands or is ticked on every kind that knows it, whatever the output (S2-139)",
    arguments: forms)
  func retroactive(_ code: String) throws {
    let site = try Site.load()
    let row = try #require(site.policies.retroactiveMarks.row(form: code, day: .sample))
    guard row.value.manner != .impossible else { return }
    let form = try form(code)
    let plain = try self.form(code) { $0.circumstances.isRetroactive = false }
    for rendition in [
      Rendition.draft, .preview(of: .copy(ordinal: 1)),
      .released(.duplicate(ordinal: 1, issued: Self.today)),
    ] {
      let page = try Workshop.document(form, as: rendition).pages[0]
      if row.value.manner == .print {
        let mark = page.texts().filter { $0.source.dense == row.value.words?.dense }
        #expect(mark.map(\.box) == [row.value.box], "\(rendition)")
      } else {
        let without = try Workshop.document(plain, as: rendition).pages[0]
        #expect(crosses(page, row.value.box) == crosses(without, row.value.box) + 1)
      }
    }
  }

  private static let earlier: EarlierCertificate = {
    var earlier = EarlierCertificate(number: "VN-26-0001")
    earlier.date = .sample
    earlier.country = "VN"
    return earlier
  }()

  private static func party(_ name: String) -> Party {
    var party = Party(name: name)
    party.address = "1 MAIN STREET, HANOI"
    party.country = "VN"
    return party
  }

  @Test(
    "Ticks and words of exhibition, third-party invoice, movement and back-to-back (S3-09, S3-10)",
    arguments: [
      ("E", "13", 4, ["EXPO": "2", "THIRDCO": "7", "VN-26-0001": "13"]),
      ("CA", "13", 4, ["EXPO": "2", "THIRDCO": "7", "VN-26-0001": "13"]),
      ("RCEP", "17", 3, ["THIRDCO": "14", "VN-26-0001": "14"]),
      ("K", "5", 0, ["THIRDCO": "5"]), ("L", "5", 0, ["THIRDCO": "5"]),
    ])
  func circumstances(
    _ code: String, _ box: String, _ ticks: Int, _ words: [String: String]
  ) throws {
    let form = try form(code) {
      $0.circumstances.exhibition = Self.party("EXPO")
      $0.circumstances.thirdPartyInvoicing = Self.party("THIRDCO")
      $0.circumstances.basedOn = Self.earlier
      $0.circumstances.replaces = nil
      $0.remarks = nil
    }
    for rendition in [
      Rendition.draft, .released(.copy(ordinal: 1)),
      .released(.duplicate(ordinal: 1, issued: Self.today)),
    ] {
      let document = try Workshop.document(form, as: rendition)
      #expect(crosses(document.pages[0], box) == ticks, "\(rendition)")
      for (word, place) in words {
        let found = document.pages[0].texts().filter { $0.source.contains(word) }
        #expect(found.contains { $0.box == place }, "\(rendition): \(word) \(found.map(\.box))")
      }
      #expect(Invariants.collisions(in: document, form) == [])
    }
  }

  @Test("The certificate that is replaced is named on every kind (S2-120, S3-29)", arguments: forms)
  func replaced(_ code: String) throws {
    for rendition in [Rendition.draft, .released(.duplicate(ordinal: 1, issued: Self.today))] {
      let document = try Workshop.document(form(code), as: rendition)
      let text = document.pages[0].texts().map(\.source).joined().dense
      #expect(text.contains("26C1100B0001/00001"), "\(rendition)")
    }
  }

  private func crosses(_ page: Page, _ box: String?) -> Int {
    page.items(of: .data).count { item in
      if case .path(let path) = item { path.box == box } else { false }
    }
  }
}
