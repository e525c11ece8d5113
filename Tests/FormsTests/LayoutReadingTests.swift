import Certificates
import Diagnostics
import Forms
import Measures
import Testing

/// Layout files: how they are put together and what is wrong with their shape.
@Suite struct LayoutReadingTests {
  @Test func theSmallestLayout() throws {
    let layout = try Layouts.sound()
    #expect(layout.name == "X 1")
    #expect(layout.file == "X/1/layout.yaml")
    #expect(layout.paper == .a4)
    #expect(layout.continuation == layout.front)
    #expect(layout.overleaf == nil && layout.guilloche == nil && layout.notes.isEmpty)
    #expect(layout.facts.areVerified)
  }

  // MARK: Includes

  @Test func ownMembersWinOverIncludedOnes() throws {
    let layout = try Layouts.sound(
      """
      edition: "2"
      styles:
        value: {size: 11}
        extra: {font: serif, size: 5}
      """)
    #expect(layout.edition == "2" && layout.form == "X")
    #expect(layout.style("value").size == .pt(11))
    #expect(layout.style("value").font == "sans", "the rest of the style comes from the base")
    #expect(layout.style("extra").font == "serif")
    #expect(layout.style("caption").size == .pt(7))
  }

  @Test func laterIncludesWinOverEarlierOnes() throws {
    let findings = Findings()
    let layout = Layouts.read(
      [
        "X/1/layout.yaml": "include: [../../shared/a.yaml, ../../shared/b.yaml, base.yaml]",
        "shared/a.yaml":
          "edition: a\nguilloche: {frame: [0, 0, 1, 1], ink: '#000000', lines: 1, periods: 1, amplitude: 1}",
        "shared/b.yaml": "edition: b\nguilloche: {lines: 2}",
        "X/1/base.yaml": Layouts.base.replacing("edition: \"1\"\n", with: ""),
      ], findings)
    try findings.throwErrors()
    #expect(layout?.edition == "b")
    #expect(layout?.guilloche?.lines == 2 && layout?.guilloche?.periods == 1)
  }

  @Test func theSameFileMayBeIncludedOnTwoWays() throws {
    let findings = Findings()
    let layout = Layouts.read(
      [
        "X/1/layout.yaml": "include: [a.yaml, b.yaml]", "X/1/a.yaml": "include: [base.yaml]",
        "X/1/b.yaml": "include: [base.yaml]", "X/1/base.yaml": Layouts.base,
      ], findings)
    try findings.throwErrors()
    #expect(layout != nil)
  }

  @Test func includesThatTurnInACircle() {
    let findings = Findings()
    let layout = Layouts.read(
      ["X/1/layout.yaml": "include: [a.yaml]", "X/1/a.yaml": "\ninclude: [layout.yaml]"], findings)
    #expect(layout == nil)
    #expect(
      findings.diagnostics.map { $0.text(in: .english) } == [
        "error: X/1/a.yaml:2:11: include[0]: files include each other: "
          + "X/1/layout.yaml → X/1/a.yaml → X/1/layout.yaml"
      ])
  }

  @Test func anIncludeThatIsNotThere() {
    let findings = Findings()
    _ = Layouts.read(["X/1/layout.yaml": "include: [../shared/none.yaml]"], findings)
    #expect(
      findings.diagnostics.map { $0.text(in: .english) }
        == ["error: X/1/layout.yaml:1:11: include[0]: 'X/shared/none.yaml' cannot be read"])
  }

  @Test func aLayoutThatIsNotThere() {
    let findings = Findings()
    #expect(Layouts.read([:], findings) == nil)
    #expect(findings.diagnostics.map(\.message.key) == ["forms.unreadable"])
  }

  @Test func includesStayInsideTheFolder() {
    let findings = Findings()
    _ = Layouts.read(
      ["X/1/layout.yaml": "include: [../../../secret.yaml]", "../secret.yaml": "form: Y"], findings)
    #expect(findings.diagnostics.map(\.message.key) == ["forms.unreadable"])
  }

  @Test func yamlFaultsNameTheirFile() {
    let findings = Findings()
    _ = Layouts.read(
      ["X/1/layout.yaml": "include: [base.yaml]", "X/1/base.yaml": "form: [1, 2"], findings)
    #expect(findings.diagnostics.first?.place.file == "X/1/base.yaml")
    #expect(findings.diagnostics.first?.message.key == "notation.syntax")
  }

  // MARK: Shape

  @Test func anUnknownMemberNamesTheNearest() {
    let findings = Findings()
    _ = Layouts.layout("front:\n  boxs: []", findings)
    #expect(
      findings.diagnostics.map { $0.text(in: .english) } == [
        "error: X/1/layout.yaml:3:3: front.boxs: 'boxs' is not a known field (did you mean 'boxes'?)"
      ])
  }

  @Test(arguments: [
    ("form: 7", ["1:7 notation.wrong-type"]),
    ("language: fr", ["1:11 notation.not-a-choice"]),
    ("from: 2020-02-30", ["1:7 certificate.not-a-date"]),
    ("until: 2019-12-31", ["1:8 forms.empty-period"]),
    ("paper: [210]", ["1:8 forms.not-a-point"]),
    ("title: {en: X, zh: 1}", ["1:20 notation.wrong-type"]),
    ("facts: {geometry: {source: x}}", []),
    ("facts: {geometry: {verified: maybe}}", ["1:30 notation.wrong-type"]),
    ("status: {centres: [[1, 1], [2, 2]]}", ["1:19 forms.status-places"]),
    ("notes: none.md", ["1:8 forms.unreadable"]),
    ("continuation: back", ["1:15 notation.wrong-type"]),
    ("front:\n  boxes:\n    - {id: 1, frame: [0, 0, 10, 10]}", ["3:12 notation.wrong-type"]),
    (
      "front:\n  boxes:\n    - {id: '1', frame: [0, 0, 1, 1]}\n    - {id: '1', frame: [9, 9, 1, 1]}",
      ["4:12 forms.duplicate-box"]
    ),
    ("styles:\n  value: {size: 0}", ["2:17 forms.minimum-above-size"]),
    ("styles:\n  value: {minimum: 9.5}", ["2:20 forms.minimum-above-size"]),
    ("styles:\n  value: {minimum: -1}", ["2:20 forms.minimum-above-size"]),
    ("styles:\n  value: {align: centre}", ["2:18 notation.not-a-choice"]),
    ("styles:\n  value: {ink: green}", ["2:16 forms.not-an-ink"]),
  ])
  func faultsOfALayout(_ own: String, _ faults: [String]) {
    #expect(Layouts.faults(own) == faults)
  }

  @Test(arguments: [
    ("[1, 2, 3]", "forms.not-a-frame"), ("[1, 2, 0, 4]", "forms.not-a-frame"),
    ("[1, 2, 3, -4]", "forms.not-a-frame"), ("[1, 2, 3, x]", "notation.not-a-number"),
    ("1", "notation.wrong-type"), ("[0, 0, 1, 1000000000000000000000000]", "forms.not-a-frame"),
    ("[-99999999999999, 0, 1, 1]", "forms.not-a-frame"),
  ])
  func framesThatAreNone(_ text: String, _ key: String) throws {
    #expect(try Layouts.faults(Rect.self, text).map { $0.split(separator: " ").last } == [key[...]])
  }

  @Test func framesAreInMillimetres() throws {
    #expect(
      try Layouts.value(Rect.self, "[20, 16.5, 94, 33]")
        == Rect(x: .mm(20), y: .mm(16.5), width: .mm(94), height: .mm(33)))
    #expect(try Layouts.value(Point.self, "[-1, 0.25]") == Point(x: .mm(-1), y: .mm(0.25)))
  }

  @Test(arguments: [
    ("frame: [0, 0, 9, 9]\nstyle: value", ["1:1 forms.text-or-show"]),
    ("text: A\nshow: '{number}'\nframe: [0, 0, 9, 9]\nstyle: value", ["1:1 forms.text-or-show"]),
    ("text: '{'\nframe: [0, 0, 9, 9]\nstyle: value", ["1:7 forms.unclosed"]),
    ("text: A\nstyle: value", ["1:1 notation.missing"]),
    ("text: A\nframe: [0, 0, 9, 9]\nstyle: value\noverflow: hide", ["4:11 notation.not-a-choice"]),
    ("text: A\nframe: [0, 0, 9, 9]\nstyle: value\nwhen: true", ["4:7 notation.wrong-type"]),
  ])
  func faultsOfATextElement(_ text: String, _ faults: [String]) throws {
    #expect(try Layouts.faults(TextElement.self, text) == faults)
  }

  @Test func aTableWhoseColumnsDoNotFillIt() throws {
    let table = """
      frame: [20, 100, 100, 50]
      head-height: 10
      closing-column: "9"
      end-mark: "***"
      columns:
        - {id: "6", width: 40, caption: A, show: "{item.marks}"}
        - {id: "7", width: 50, caption: B, show: "{item.text}"}
      """
    #expect(
      try Layouts.faults(GoodsTable.self, table)
        == ["6:3 forms.column-widths", "3:17 forms.unknown-column"])
  }

  @Test(arguments: [
    ("head-height: 10", "10, 80", []), ("head-height: 50", "10, 80", ["1:1 forms.table-measures"]),
    ("head-height: -1", "10, 80", ["1:1 forms.table-measures"]),
    ("{head-height: 10, gap: -1}", "10, 80", ["1:1 forms.table-measures"]),
    ("head-height: 10", "100, -10", ["1:1 forms.table-measures"]),
  ])
  func measuresOfATable(_ own: String, _ widths: String, _ faults: [String]) throws {
    let members = own.filter { $0 != "{" && $0 != "}" }.replacing(", ", with: "\n")
    let columns = widths.split(separator: ", ").enumerated().map { index, width in
      "  - {id: '\(index)', width: \(width), caption: A, show: x}"
    }
    let table = """
      frame: [20, 100, 90, 50]
      \(members)
      closing-column: "0"
      end-mark: "***"
      columns:
      \(columns.joined(separator: "\n"))
      """
    #expect(try Layouts.faults(GoodsTable.self, table) == faults)
  }

  @Test func aColumnIsABoxAndNeedsANameOfItsOwn() throws {
    let face = """
      boxes: [{id: "6", frame: [20, 10, 9, 9]}]
      table:
        frame: [20, 100, 90, 50]
        head-height: 10
        closing-column: "6"
        end-mark: "***"
        columns: [{id: "6", width: 90, caption: A, show: x}]
      """
    #expect(try Layouts.faults(Face.self, face) == ["7:18 forms.duplicate-box"])
  }

  @Test func columnsStandSideBySide() throws {
    let table = try Layouts.value(
      GoodsTable.self,
      """
      {frame: [20, 100, 90, 50], head-height: 10, closing-column: b, end-mark: "***", columns: [
        {id: a, width: 40, caption: A, show: x}, {id: b, width: 50, caption: B, show: y}]}
      """)
    #expect(table.columnFrames.map(\.frame.left.mm) == [20, 60])
    #expect(table.columnFrames.map(\.frame.right.mm) == [60, 110])
    #expect(table.body == Rect(x: .mm(20), y: .mm(110), width: .mm(90), height: .mm(40)))
    #expect(table.gap == .mm(1) && !table.hasRowRules && table.total == nil)
  }

  @Test(arguments: [
    ("{lines: 0, periods: 1}", 1), ("{lines: 401, periods: 1}", 1), ("{lines: 1, periods: 61}", 1),
    ("{lines: 400, periods: 60}", 0),
  ])
  func guillocheInRange(_ part: String, _ count: Int) throws {
    let own = "guilloche: {frame: [0, 0, 9, 9], ink: '#000000', amplitude: 1, " + part.dropFirst()
    #expect(Layouts.faults(own).count == count)
  }

  @Test func notesStandInOneToThreeColumns() throws {
    #expect(
      try Layouts.faults(NotesArea.self, "frame: [0, 0, 9, 9]\ncolumns: 4") == [
        "2:10 forms.note-columns"
      ])
    #expect(try Layouts.value(NotesArea.self, "frame: [0, 0, 9, 9]").columns == 1)
  }

  // MARK: Like

  private let front = """
    front:
      boxes:
        - {id: "1", frame: [20, 20, 90, 20], caption: 1. Exporter, show: "{exporter.text}"}
      table:
        {frame: [20, 100, 90, 50], head-height: 10, closing-column: b, end-mark: "***", columns: [
          {id: a, width: 40, caption: A, show: x}, {id: b, width: 50, caption: B, show: y}]}

    """

  @Test func aContinuationTakesOverBoxesOfTheFront() throws {
    let layout = try Layouts.sound(
      front + """
        continuation:
          boxes: [{like: "1", frame: [20, 200, 90, 30]}]
          table: {like: front, frame: [20, 40, 90, 150]}
        """)
    let box = try #require(layout.continuation.boxes.first)
    #expect(box.id == "1" && box.caption == layout.front.boxes[0].caption)
    #expect(box.frame == Rect(x: .mm(20), y: .mm(200), width: .mm(90), height: .mm(30)))
    #expect(box.content?.frame.height == .mm(30 - 4.6 - 0.6), "the content grows with the box")
    #expect(layout.continuation.table?.columns == layout.front.table?.columns)
    #expect(layout.continuation.table?.frame.height == .mm(150))
  }

  @Test func likeNamesSomethingOfTheFront() {
    #expect(
      Layouts.faults(
        front + """
          continuation:
            boxes: [{like: "2", id: z, frame: [20, 200, 90, 30]}]
            table: {like: back, frame: [20, 40, 90, 150]}
          """
      ).filter { $0.hasSuffix("unknown-box") } == [
        "8:18 forms.unknown-box", "9:17 forms.unknown-box",
      ])
  }
}

/// Which edition serves a certificate.
@Suite struct LayoutLibraryTests {
  private func library(_ editions: [String], _ findings: Findings = Findings()) throws
    -> LayoutLibrary
  {
    LayoutLibrary(try editions.map { try Layouts.sound($0) }, findings)
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(arguments: [
    ("2020-01-01", "1"), ("2021-12-31", "1"), ("2022-01-01", "2"), ("2099-01-01", "2"),
  ])
  func theDayPicksTheEdition(_ date: String, _ edition: String) throws {
    let library = try library(["edition: '2'\nfrom: 2022-01-01", "until: 2021-12-31"])
    #expect(try library.layout(form: "X", day: day(date)).edition == edition)
    #expect(library.forms == ["X"])
  }

  @Test func noEditionForADay() throws {
    let library = try library(["until: 2021-12-31", "edition: '3'\nfrom: 2023-01-01"])
    for date in ["2019-12-31", "2022-06-01"] {
      let refusal = try #require(throws: Refusal.self) {
        try library.layout(form: "X", day: day(date))
      }
      #expect(
        refusal.description == "error: issue.date: form X has no edition for \(date)")
    }
  }

  @Test func anUnknownFormNamesTheNearest() throws {
    let library = try library(["form: RCEP"])
    let refusal = try #require(throws: Refusal.self) {
      try library.layout(form: "RCPE", day: day("2026-05-05"))
    }
    #expect(refusal.diagnostics.first?.message.key == "forms.unknown-form")
    let other = LayoutLibrary.unknown(form: "RCE", among: library.forms)
    #expect(other.diagnostics.first?.hint?.english == "did you mean 'RCEP'?")
  }

  @Test func anUnknownEditionListsTheKnown() {
    let refusal = LayoutLibrary.unknown(edition: "1999", of: "C", among: ["2012", "2025"])
    #expect(
      refusal.description
        == "error: edition: form C has no edition '1999' (allowed: 2012, 2025)")
  }

  @Test(arguments: [
    (["until: 2021-12-31", "edition: '2'\nfrom: 2021-12-31"], ["error 3:7 forms.dates-overlap"]),
    (["", "edition: '2'\nfrom: 2022-01-01"], ["error 3:7 forms.dates-overlap"]),
    (["until: 2021-12-31", "edition: '2'\nfrom: 2022-01-01"], []),
    (["until: 2020-02-29", "edition: '2'\nfrom: 2020-03-01"], []),
    (["until: 2021-12-31", "edition: '2'\nfrom: 2022-01-02"], ["warning 3:7 forms.dates-gap"]),
    // The second ends long before the first, which the third then meets.
    (
      [
        "until: 2023-12-31", "edition: '2'\nfrom: 2021-01-01\nuntil: 2021-12-31",
        "edition: '3'\nfrom: 2022-06-01",
      ], ["error 3:7 forms.dates-overlap", "error 3:7 forms.dates-overlap"]
    ),
    (["", "form: Y"], []),
  ])
  func editionsFollowEachOtherDayByDay(_ editions: [String], _ faults: [String]) throws {
    let findings = Findings()
    _ = try library(editions, findings)
    let found = findings.diagnostics.map { fault in
      "\(fault.severity) \(fault.place.line ?? 0):\(fault.place.column ?? 0) \(fault.message.key)"
    }
    #expect(found == faults)
  }
}
