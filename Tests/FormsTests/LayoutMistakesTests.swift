import Testing

/// A small layout with one mistake, and what is told of it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let layout: String
  let told: String

  init(_ name: String, _ layout: String, _ told: String) {
    testDescription = name
    self.layout = layout
    self.told = told
  }

  /// Every mistake a form author makes; lines are counted from the first shown.
  static let all: [Mistake] = [
    Mistake(
      "Overlapping boxes",
      """
      front:
        boxes:
          - {id: "1", frame: [20, 10, 90, 30]}
          - {id: "2", frame: [108, 39, 9, 9]}
      """,
      """
      4:24 error: boxes '1' and '2' overlap (they share 2mm × 1mm; the other stands at \
      X/1/layout.yaml:4:24)
      """),
    Mistake(
      "A box under the goods table",
      """
      front:
        boxes: [{id: q, frame: [20, 145, 9, 9]}]
        table: {frame: [20, 100, 90, 50], head-height: 10, closing-column: b, end-mark: \
      x, columns: [{id: b, width: 90, caption: B, show: x}]}
      """,
      """
      3:18 error: boxes 'q' and 'table' overlap (they share 9mm × 5mm; the other stands \
      at X/1/layout.yaml:3:26)
      """),
    Mistake(
      "A box outside the image area of GB/T 15310.4",
      """
      front:
        boxes:
          - {id: "1", frame: [20, 262, 90, 29]}
      """,
      """
      3:24 error: box '1' reaches over the edge of the image area (it goes from 20mm to \
      203mm and down from 10mm to 290mm; a form with another states 'image-area')
      """),
    Mistake(
      "A form with another image area",
      """
      image-area: [10, 10, 190, 270]
      front: {boxes: [{id: '1', frame: [20, 262, 90, 19]}]}
      """,
      """
      2:34 error: box '1' reaches over the edge of the image area (it goes from 10mm to \
      200mm and down from 10mm to 280mm; a form with another states 'image-area')
      """),
    Mistake(
      "An image area larger than the paper",
      """
      image-area: [10, 10, 201, 270]
      """,
      """
      1:13 error: the image area reaches over the edge of the paper
      """),
    Mistake(
      "An unknown field",
      """
      front: {boxes: [{id: '1', frame: [20, 10, 90, 30], show: '{exporter.nme}'}]}
      """,
      """
      1:58 error: there is no field 'exporter.nme' (did you mean 'exporter.name'?)
      """),
    Mistake(
      "Even in words of the form",
      """
      front: {boxes: [{id: '1', frame: [20, 10, 90, 30], caption: 'Max {cpa}'}]}
      """,
      """
      1:61 error: there is no field 'cpa' (did you mean 'cap'?)
      """),
    Mistake(
      "A box number used twice",
      """
      front:
        boxes:
          - {id: "1", frame: [20, 10, 90, 30]}
          - {id: "1", frame: [20, 50, 90, 30]}
      """,
      """
      4:12 error: box '1' is defined twice (the other stands at X/1/layout.yaml:4:12)
      """),
    Mistake(
      "Two texts of one name",
      """
      front:
        texts:
          - {id: a, text: A, frame: [20, 10, 9, 9], style: value}
          - {id: a, text: B, frame: [30, 10, 9, 9], style: value}
      """,
      """
      4:12 error: text 'a' is defined twice (the other stands at X/1/layout.yaml:4:12)
      """),
    Mistake(
      "Two parts of one box of one name",
      """
      front:
        boxes:
          - id: "1"
            frame: [20, 10, 90, 30]
            parts:
              - {id: a, text: A, frame: [1, 1, 9, 9], style: value}
              - {id: a, text: B, frame: [10, 1, 9, 9], style: value}
      """,
      """
      7:16 error: text 'a' is defined twice (the other stands at X/1/layout.yaml:7:16)
      """),
    Mistake(
      "A missing date of the edition",
      """
      from: null
      """,
      """
      0:1 error: 'from' is missing: the first day of issue that the edition serves, such \
      as 2024-01-01
      """),
    Mistake(
      "Unverified wording: told, not refused",
      """
      facts: {captions: {verified: false}, declaration: {verified: false}}
      """,
      """
      1:8 information: X 1 is not held against the official form in: captions, declaration
      """),
    Mistake(
      "An overleaf that rests on nothing",
      """
      overleaf: {}
      facts: {captions: {verified: true}}
      """,
      """
      2:8 error: 'facts' does not say what the overleaf rests on
      """),
    Mistake(
      "A seal outside its box",
      """
      front:
        boxes: [{id: '1', frame: [20, 10, 90, 30]}]
        seals: [{role: issuer-seal, frame: [90, 20, 30, 15], box: '1'}]
      """,
      """
      3:38 error: the place 'issuer-seal' reaches over the edge of its box
      """),
    Mistake(
      "A seal over the code",
      """
      front:
        boxes: [{id: "1", frame: [20, 10, 90, 40]}]
        code: {frame: [80, 12, 26, 26], box: "1"}
        seals: [{role: issuer-seal, frame: [60, 20, 21, 15], box: "1"}]
      """,
      """
      4:38 error: the place 'issuer-seal' stands less than 3mm from the verification code; move \
      one of them (the code takes 80mm to 106mm and down 12mm to 38mm)
      """),
    Mistake(
      "A seal too near to the code",
      """
      front:
        boxes: [{id: "1", frame: [20, 10, 90, 40]}]
        code: {frame: [80, 12, 26, 26], box: "1"}
        seals: [{role: issuer-seal, frame: [50, 20, 27.1, 15], box: "1"}]
      """,
      """
      4:38 error: the place 'issuer-seal' stands less than 3mm from the verification code; move \
      one of them (the code takes 80mm to 106mm and down 12mm to 38mm)
      """),
    Mistake(
      "A text in the quiet zone of the code",
      """
      front:
        boxes:
          - id: "1"
            frame: [20, 10, 90, 40]
            parts: [{show: "{number}", frame: [2, 2, 59, 5], style: value}]
        code: {frame: [80, 12, 26, 26], box: "1"}
      """,
      """
      5:41 error: a text of box '1' stands over the verification code or its quiet zone \
      (the code takes 80mm to 106mm and down 12mm to 38mm)
      """),
    Mistake(
      "A rule through the code",
      """
      front:
        boxes:
          - {id: "1", frame: [20, 10, 90, 40], rules: [{from: [1, 20], to: [80, 20]}]}
        code: {frame: [80, 12, 26, 26], box: "1"}
      """,
      """
      3:70 error: a rule of box '1' stands over the verification code or its quiet zone \
      (the code takes 80mm to 106mm and down 12mm to 38mm)
      """),
    Mistake(
      "Columns that do not add up",
      """
      front:
        table: {frame: [20, 100, 90, 50], head-height: 10, closing-column: b, end-mark: \
      x, columns: [{id: a, width: 40, caption: A, show: x}, {id: b, width: 49, caption: \
      B, show: x}]}
      """,
      """
      2:95 error: the columns are 89mm wide together, the table is 90mm
      """),
    Mistake(
      "Boxes that are like each other",
      """
      front: {boxes: [{like: '2', id: '1', frame: [20, 10, 90, 30]}]}
      """,
      """
      1:24 error: only a continuation sheet takes boxes over with 'like', and only from \
      the front; write the box out here
      """),
    Mistake(
      "A box that is like itself",
      """
      continuation: {boxes: [{like: '2', id: '2', frame: [20, 10, 90, 30]}]}
      """,
      """
      1:31 error: the front has nothing named '2' to be like (allowed: )
      """),
    Mistake(
      "A style that does not exist, in a box",
      """
      front: {boxes: [{id: '1', frame: [20, 10, 90, 30], show: x, style: valeu}]}
      """,
      """
      1:68 error: there is no style 'valeu' (did you mean 'value'?)
      """),
    Mistake(
      "A rule that leaves its box",
      """
      front: {boxes: [{id: '1', frame: [20, 10, 90, 30], rules: [{from: [1, 1], to: [91, \
      1]}]}]}
      """,
      """
      1:79 error: a rule of box '1' reaches over the edge of its box
      """),
  ]
}

/// Every mistake a form author makes, with line, column, what and what to do ("Every form").
@Suite struct LayoutMistakesTests {
  @Test(arguments: Mistake.all)
  func eachIsToldWithItsPlace(_ mistake: Mistake) {
    #expect(Layouts.told(mistake.layout) == [mistake.told])
  }

  @Test("A fault that the continuation takes over from the front is told once")
  func oneFaultIsToldOnce() {
    let own = """
      front: {boxes: [{id: "1", frame: [20, 10, 90, 30], show: "{nothing.of.that.kind}"}]}
      continuation: {boxes: [{like: "1"}]}
      """
    #expect(Layouts.told(own).count == 1)
  }
}
