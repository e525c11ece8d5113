import Diagnostics
import Measures
import Testing

@testable import Forms

/// Lists whose entries have an `id` are put together entry by entry.
@Suite struct MergingTests {
  private let base = """
    front:
      texts:
        - {id: title, text: TITLE, frame: [0, 0, 90, 9], style: title}
        - {id: page, text: PAGE, frame: [0, 9, 90, 9], style: value}
      boxes:
        - id: "1"
          frame: [20, 20, 90, 20]
          caption: ONE
          parts:
            - {id: tel, text: TEL, frame: [1, 5, 20, 4], style: value}
            - {text: FAX, frame: [30, 5, 20, 4], style: value}
        - {id: "2", frame: [20, 40, 90, 20], caption: TWO, show: "{number}"}
        - {id: "3", frame: [20, 60, 90, 20], caption: THREE}
    """

  private func layout(_ own: String, _ findings: Findings = Findings()) -> Layout? {
    Layouts.read(
      [
        Layouts.path: "include: [form.yaml]\n" + own,
        "X/1/form.yaml": "include: [base.yaml]\n" + base,
        "X/1/base.yaml": Layouts.base.replacing("front: {}\n", with: ""),
      ], findings)
  }

  private func words(_ elements: [TextElement]) -> [String] {
    let scope = FieldScope { path, _ in (path, path) }
    return elements.map { $0.words.pattern.text(in: scope).string }
  }

  @Test func ownMembersWinAndTheOrderIsThatOfTheBase() throws {
    let layout = try #require(
      self.layout(
        """
        front:
          boxes:
            - {id: "4", frame: [20, 80, 90, 20], caption: FOUR}
            - {id: "2", caption: ZWEI}
        """))
    #expect(layout.front.boxes.map(\.id) == ["1", "2", "3", "4"])
    let second = layout.front.boxes[1]
    #expect(second.caption == "ZWEI")
    #expect(second.frame.top == .mm(40) && second.content != nil, "the rest is the base's")
  }

  @Test func entriesAndMembersCanBeTakenAway() throws {
    let layout = try #require(
      self.layout(
        """
        front:
          boxes:
            - {id: "1", omit: true}
            - {id: "2", show: null}
        """))
    #expect(layout.front.boxes.map(\.id) == ["2", "3"])
    #expect(layout.front.boxes[0].content == nil)
  }

  @Test func textsAndPartsHaveIdsToo() throws {
    let layout = try #require(
      self.layout(
        """
        front:
          texts:
            - {id: title, text: TITEL}
            - {id: more, text: MORE, frame: [0, 19, 90, 9], style: value}
          boxes:
            - id: "1"
              parts:
                - {id: tel, text: PHONE}
        """))
    #expect(words(layout.front.texts) == ["TITEL", "PAGE", "MORE"])
    #expect(words(layout.front.boxes[0].parts) == ["PHONE", "FAX"])
  }

  @Test func aListWithoutIdsReplacesTheOneBelow() throws {
    let layout = try #require(
      self.layout("front:\n  texts:\n    - {text: ONLY, frame: [0, 0, 90, 9], style: title}"))
    #expect(words(layout.front.texts) == ["ONLY"])
  }

  @Test func aContinuationChangesColumnsByTheirNumber() throws {
    let layout = try Layouts.sound(
      """
      front:
        table:
          frame: [20, 100, 90, 50]
          head-height: 10
          closing-column: "7"
          end-mark: "***"
          columns:
            - {id: "6", width: 40, caption: A, show: "{item.marks}"}
            - {id: "7", width: 50, caption: B, show: "{item.text}"}
      continuation:
        table:
          like: front
          columns:
            - {id: "7", caption: C}
      """)
    let columns = try #require(layout.continuation.table?.columns)
    #expect(columns.map(\.caption) == ["A", "C"])
    #expect(columns.map(\.width) == [.mm(40), .mm(50)])
  }

  @Test func omittingWhatIsNotThereIsAFault() {
    let findings = Findings()
    _ = layout("front:\n  boxes:\n    - {id: '9', omit: true}", findings)
    #expect(findings.diagnostics.map(\.message.key).contains("notation.unknown-field"))
  }
}

/// Conditions with a value, and columns that name pictures instead of drawing them.
@Suite struct ConditionTests {
  private func holds(_ text: String) throws -> Bool {
    let scope = FieldScope { path, format in
      switch (path, format) {
      case ("destination", .code?): ("HK", path)
      case ("destination", _): ("HONG KONG", path)
      case ("serial", _): ("A=B", path)
      default: nil
      }
    }
    return try Layouts.value(Condition.self, "\"\(text)\"").holds(in: scope)
  }

  @Test(arguments: [
    ("destination", true), ("!destination", false), ("destination=HK", true),
    ("destination=MO", false), ("!destination=MO", true), ("number", false), ("!number", true),
    ("number=1", false), ("!number=1", true), ("serial=A=B", true),
  ])
  func conditions(_ text: String, _ isMet: Bool) throws {
    #expect(try holds(text) == isMet)
  }

  @Test func aConditionNeedsItsValueAndACountryMustExist() throws {
    #expect(try Layouts.faults(Condition.self, "destination=") == ["1:1 forms.empty-condition"])
    func faults(_ condition: String) -> [String] {
      Layouts.faults(
        """
        front:
          texts:
            - {text: A, frame: [20, 20, 9, 9], style: value, when: '\(condition)'}
        """)
    }
    #expect(faults("destination=XX") == ["3:60 forms.no-such-country"])
    #expect(faults("destination=HK").isEmpty)
    #expect(faults("nothing=1") == ["3:60 forms.unknown-field"])
  }

  @Test(arguments: [
    ("pictures: true", []), ("pictures: false", []),
    ("{pictures: text, picture-words: I/S}", []),
    ("pictures: text", ["forms.pictures"]), ("pictures: word", ["forms.pictures"]),
    ("{pictures: true, picture-words: I/S}", ["forms.pictures"]),
    ("picture-words: I/S", ["forms.pictures"]),
  ])
  func pictures(_ own: String, _ keys: [String]) throws {
    let members = own.filter { $0 != "{" && $0 != "}" }.replacing(", ", with: "\n")
    let column = "id: '6'\nwidth: 10\ncaption: A\nshow: ''\n\(members)"
    let faults = try Layouts.faults(GoodsTable.Column.self, column)
    #expect(faults.map { String($0.split(separator: " ")[1]) } == keys)
  }
}
