import Certificates
import Diagnostics
import Forms
import Support
import Testing

/// A layout shows each mark in the box that the policies name; the test layouts are of form X.
@Suite struct MarkCheckerTests {
  private func faults(_ own: String) throws -> [String] {
    let findings = Findings()
    let layout = try #require(Layouts.layout(own, findings))
    LayoutChecker(layout: layout, roles: ["sans"], findings)
      .check(marks: try Site.load().policies)
    return findings.diagnostics.map { "\($0.place.path) \($0.message.key)" }
  }

  @Test("The forms of the checkout show every mark", arguments: try Site.layoutPaths())
  func theForms(_ path: String) throws {
    let findings = Findings()
    let layout = try #require(Layout(path: path, files: Site.files, findings))
    LayoutChecker(layout: layout, roles: [], findings).check(marks: try Site.load().policies)
    #expect(findings.diagnostics.map { $0.text(in: .english) } == [])
  }

  @Test func theBoxMustBeThere() throws {
    let missing = "front.boxes forms.no-box-for-mark"
    #expect(
      try faults("front: {boxes: [{id: '11', frame: [20, 10, 90, 30]}]}") == [missing])
  }

  @Test func theBoxMustShowTheMark() throws {
    let box = "front: {boxes: [{id: '12', frame: [20, 10, 90, 30], show: '{number}'"
    let silent = "front.boxes[0].id forms.mark-not-shown"
    #expect(try faults("\(box)}]}") == [silent, silent])
    #expect(try faults("\(box), lead: '{mark.lost}'}]}") == [silent])
    #expect(try faults("\(box), lead: '{mark.retroactive-note} {mark.lost}'}]}") == [])
    let parts = """
      parts: [{show: "{mark.lost}", frame: [1, 1, 9, 9], style: value}, \
      {text: "{mark.retroactive}", when: circumstances.retroactive, frame: [1, 9, 9, 9], style: value}]
      """
    #expect(try faults("\(box), \(parts)}]}") == [])
  }

  @Test func theLabelStandsAlone() {
    #expect(
      Layouts.faults(
        "label: {frame: [20, 12, 50, 5]}\nfront: {boxes: [{id: '1', frame: [20, 16, 90, 30]}]}")
        == ["1:8 forms.label-overlaps"])
    #expect(Layouts.faults("label: {frame: [1, 295, 50, 5]}") == ["1:8 forms.outside-paper"])
    #expect(Layouts.faults("label: {style: nothing}") == ["1:8 forms.unknown-style"])
  }

  @Test func aLeadNeedsWordsBelow() throws {
    #expect(
      try Layouts.faults(FormBox.self, "{id: a, frame: [1, 1, 9, 9], lead: x}") == [
        "1:36 forms.lead"
      ])
    #expect(
      try Layouts.faults(
        TextElement.self, "{text: a, lead: x, frame: [1, 1, 9, 9], style: value}")
        == ["1:17 forms.lead"])
  }
}
