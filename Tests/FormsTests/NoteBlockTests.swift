import Diagnostics
import Forms
import Testing

/// The small part of Markdown that overleaf texts are written in.
@Suite struct NoteBlockTests {
  private func blocks(_ text: String) -> [NoteBlock] {
    NoteBlock.blocks(of: text, file: "overleaf.en.md", Findings())
  }

  @Test func headingsNotesAndParts() {
    #expect(
      blocks(
        """
        # OVERLEAF NOTES

        1. The form is filled in
           in English.
        2. Criteria:
          (a) WO, wholly obtained;
          (iv) PSR.

        A plain paragraph
        of two lines.
        """) == [
          .heading("OVERLEAF NOTES"),
          .item(label: "1.", text: "The form is filled in in English.", level: 0),
          .item(label: "2.", text: "Criteria:", level: 0),
          .item(label: "(a)", text: "WO, wholly obtained;", level: 1),
          .item(label: "(iv)", text: "PSR.", level: 1),
          .paragraph("A plain paragraph of two lines."),
        ])
  }

  @Test func tables() {
    #expect(
      blocks(
        """
        | Criterion | Code |
        | --- | :-: |
        | Wholly obtained | WO |
        |  | PE |

        End.
        """) == [
          .table([["Criterion", "Code"], ["Wholly obtained", "WO"], ["", "PE"]]),
          .paragraph("End."),
        ])
  }

  @Test(arguments: [
    ("100. too long a number", NoteBlock.paragraph("100. too long a number")),
    ("2023. A year", .paragraph("2023. A year")),
    ("(A) capital", .paragraph("(A) capital")),
    ("1.without a space", .paragraph("1.without a space")),
    ("(abcde) too long", .paragraph("(abcde) too long")),
    ("12. twelve", .item(label: "12.", text: "twelve", level: 0)),
    ("##  Deep ", .heading("Deep")),
  ])
  func whatIsALabel(_ line: String, _ block: NoteBlock) {
    #expect(blocks(line) == [block])
  }

  @Test(arguments: ["", "\n\n", "  \n\t\n"])
  func nothingIsAFault(_ text: String) {
    let findings = Findings()
    #expect(NoteBlock.blocks(of: text, file: "o.md", findings).isEmpty)
    #expect(findings.diagnostics.map(\.message.key) == ["forms.empty-notes"])
    #expect(findings.diagnostics.first?.place == Place(file: "o.md", line: 1, column: 1))
  }

  @Test("Notes may use what holds for every certificate of the edition, such as the cap (S2-81)")
  func fields() throws {
    let findings = Findings()
    let blocks = NoteBlock.blocks(of: "1. At most {cap} items[ or {x}].", file: "o.md", findings)
    #expect(findings.diagnostics.isEmpty)
    let scope = FieldScope { path, _ in path == "cap" ? ("50", path) : nil }
    let text = try #require(blocks.first?.patterns.first)
    #expect(text.text(in: scope).string == "At most 50 items.")
    _ = NoteBlock.blocks(of: "A stray } bracket", file: "o.md", findings)
    #expect(findings.diagnostics.map(\.message.key) == ["forms.stray-bracket"])
  }

  @Test func aFaultNamesTheLineItsBlockBeginsOn() {
    let findings = Findings()
    _ = NoteBlock.blocks(
      of: "# Notes\n\n1. One\n   goes on\n2. At most {cap\n", file: "o.md", findings)
    #expect(findings.diagnostics.map(\.place) == [Place(file: "o.md", line: 5, column: 1)])
  }
}
