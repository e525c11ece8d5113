import Diagnostics
import Forms
import Support
import Testing

/// What a layout says beyond its shape; each line shows the layout and the faults with their places.
@Suite struct LayoutCheckerTests {
  @Test func aSoundLayoutHasNoFaults() {
    #expect(
      Layouts.faults(
        """
        front:
          texts:
            - {show: "Page {page.number} of {page.count}", frame: [20, 11, 60, 5], style: value}
          boxes:
            - {id: "1", frame: [20, 10, 90, 30], caption: 1. Exporter, show: "{exporter.text}"}
            - {id: "5", frame: [110, 10, 90, 30], caption: "At most {cap} items"}
          code: {frame: [170, 12, 26, 26], box: "5"}
          seals: [{role: issuer-seal, frame: [112, 12, 20, 20], box: "5"}]
        """) == [])
  }

  @Test("The forms of the checkout are sound", arguments: try Site.layoutPaths())
  func theForms(_ path: String) throws {
    let findings = Findings()
    let layout = try #require(Layout(path: path, files: Site.files, findings))
    LayoutChecker(
      layout: layout, roles: ["sans", "serif", "cjk", "cjk-serif", "mono"], findings
    ).check()
    let faults = findings.diagnostics.filter { $0.severity > .information }
    #expect(faults.map { $0.text(in: .english) } == [])
  }

  // MARK: Names

  @Test(arguments: [
    ("{exporter.text}", []),
    ("{expoter.text}", ["1:63 forms.unknown-field"]),
    ("A [{exporter.nme}]", ["1:63 forms.unknown-field"]),
    ("{exporter.name|date}", ["1:63 forms.format-mismatch"]),
    ("{issue.date|upper}", ["1:63 forms.format-mismatch"]),
    ("{destination|words}", ["1:63 forms.format-mismatch"]),
    ("{exporter.country|chinese-name}", []),
    ("{cap|words}", []),
  ])
  func fieldsAndFormats(_ show: String, _ faults: [String]) {
    #expect(
      Layouts.faults(
        "front: {boxes: [{id: '1', frame: [20, 10, 90, 30], show:      \"\(show)\"}]}") == faults)
  }

  @Test func unknownNamesComeWithTheNearest() {
    let findings = Findings()
    let layout = Layouts.layout(
      """
      front:
        texts:
          - {show: "{expoter.text}", frame: [20, 11, 60, 5], style: valu}
          - {show: "{zzzzzzzzzzzz}", frame: [20, 11, 60, 5], style: value}
      continuation: {}
      """, findings)
    if let layout { LayoutChecker(layout: layout, roles: ["sans"], findings).check() }
    #expect(
      findings.diagnostics.prefix(2).map { $0.text(in: .english) } == [
        "error: X/1/layout.yaml:4:14: front.texts[0].show: there is no field 'expoter.text' "
          + "(did you mean 'exporter.text'?)",
        "error: X/1/layout.yaml:4:63: front.texts[0].style: there is no style 'valu' "
          + "(did you mean 'value'?)",
      ])
    #expect(
      findings.diagnostics.last?.hint?.english.hasPrefix("allowed: application.date, ") == true)
  }

  @Test("Words of the form use only what holds for every certificate")
  func fixedWords() {
    #expect(
      Layouts.faults(
        """
        front:
          texts: [{text: "No. {number}", frame: [20, 11, 60, 5], style: value}]
          boxes: [{id: "1", frame: [20, 10, 90, 30], caption: "{exporter.name}"}]
        continuation: {}
        """) == ["2:18 forms.not-fixed", "3:55 forms.not-fixed"])
  }

  @Test func conditionsNameFields() {
    #expect(
      Layouts.faults(
        """
        front:
          texts: [{text: A, frame: [20, 11, 60, 5], style: value, when: "!numbr"}]
          boxes:
            - {id: "1", frame: [20, 10, 90, 30], caption: B, ticks: [{at: [2, 2], when: nothing}]}
        continuation: {}
        """) == ["2:65 forms.unknown-field", "4:81 forms.unknown-field"])
  }

  @Test func stylesAndFontsExist() {
    #expect(
      Layouts.faults(
        """
        styles: {value: {font: sanss}}
        front: {boxes: [{id: "1", frame: [20, 10, 90, 30], caption: A, caption-style: captoin}]}
        continuation: {}
        attachment: {style: small}
        """) == [
          "1:24 forms.unknown-font", "4:21 forms.unknown-style", "2:79 forms.unknown-style",
        ])
  }

  // MARK: Frames

  @Test(arguments: [
    ("boxes: [{id: '1', frame: [20, 10, 183, 280], caption: A}]", []),
    ("boxes: [{id: '1', frame: [20, 10, 190.01, 30], caption: A}]", ["2:28 forms.outside-paper"]),
    ("texts: [{text: A, frame: [20, 290, 10, 8], style: value}]", ["2:28 forms.outside-paper"]),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30], parts: [{text: A, frame: [85, 1, 6, 5], style: value}]}]",
      ["2:71 forms.outside-box"]
    ),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30], caption: A, ticks: [{at: [88, 1]}]}]",
      ["2:71 forms.outside-box"]
    ),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30], caption: A}, {id: '2', frame: [109, 39, 5, 5]}]",
      ["2:76 forms.overlap"]
    ),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30], caption: A}, {id: '2', frame: [110, 40, 5, 5]}]",
      []
    ),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30]}]\n  code: {frame: [100, 12, 20, 20], box: '1'}",
      ["3:17 forms.outside-box"]
    ),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30]}]\n  seals: [{role: issuer-seal, frame: [90, 30, 30, 30], box: '1'}]",
      ["3:38 forms.outside-box"]
    ),
    (
      "boxes: [{id: '1', frame: [20, 10, 90, 30]}]\n  code: {frame: [25, 12, 20, 20], box: '7'}",
      ["3:40 forms.no-such-box"]
    ),
    (
      "seals: [{role: issuer-seal, frame: [90, 30, 30, 30], box: none}]",
      ["2:61 forms.no-such-box"]
    ),
    ("notes: {frame: [20, 10, 200, 30]}", ["2:18 forms.outside-paper"]),
  ])
  func nothingReachesOut(_ face: String, _ faults: [String]) {
    #expect(Layouts.faults("front:\n  \(face)\ncontinuation: {}") == faults)
  }

  @Test func attachmentAndGuillocheStayOnThePaper() {
    #expect(
      Layouts.faults(
        """
        attachment: {frame: [20, 20, 200, 100]}
        guilloche: {frame: [20, 20, 100, 300], ink: "#000000", lines: 1, periods: 1, amplitude: 1}
        """) == ["1:21 forms.outside-paper", "2:20 forms.outside-paper"])
  }

  @Test func theTablesPatternsAreChecked() {
    #expect(
      Layouts.faults(
        """
        front:
          boxes: [{id: "x", frame: [20, 145, 9, 9]}]
          table:
            frame: [20, 100, 90, 50]
            head-height: 10
            closing-column: "7"
            end-mark: "***"
            total: "{totals.pakages}"
            columns:
              - {id: "6", width: 40, caption: "{number}", show: "{item.mark}"}
              - {id: "7", width: 50, caption: B, show: "{item.text}", style: nothing}
        continuation: {}
        """) == [
          "8:12 forms.unknown-field", "10:39 forms.not-fixed", "10:57 forms.unknown-field",
          "11:70 forms.unknown-style", "4:12 forms.overlap",
        ])
  }
}
