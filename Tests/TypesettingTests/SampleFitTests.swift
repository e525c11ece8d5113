import Diagnostics
import Forms
import Foundation
import Support
import Testing
import Typesetting

/// What a layout's author is told when words or samples have no room ("Every form").
@Suite struct SampleFitTests {
  /// The general certificate with some lines of its own.
  private func layout(_ own: String) throws -> Layout {
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

  /// What is told of a layout, as `line:column key`.
  private func told(_ own: String, sample: Bool) throws -> [String] {
    let bound = try Site.load().form("C", items: 3)
    let layout = try layout(own)
    let findings = Findings()
    let typesetter = try Workshop.freshTypesetter()
    if sample {
      typesetter.check(
        BoundForm(layout: layout, certificate: bound.certificate, context: bound.context), findings)
    } else {
      typesetter.check(layout, context: bound.context, findings)
    }
    return findings.diagnostics.map { fault in
      "\(fault.place.line ?? 0):\(fault.place.column ?? 0) \(fault.message.key)"
    }
  }

  @Test func theGeneralCertificateFits() throws {
    #expect(try told("", sample: true) == [])
    #expect(try told("", sample: false) == [])
  }

  @Test("A text that cannot fit at its minimum size is told at the frame in the layout")
  func aBoxTooSmallForTheSample() throws {
    #expect(
      try told("front: {boxes: [{id: '1', frame: [20, 16, 94, 9]}]}", sample: true)
        == ["3:34 typesetting.no-room"])
  }

  @Test("The applicant is told the same at the certificate's field")
  func theApplicantIsToldTheField() throws {
    let bound = try Site.load().form("C", items: 3)
    let form = BoundForm(
      layout: try layout("front: {boxes: [{id: '1', frame: [20, 16, 94, 9]}]}"),
      certificate: bound.certificate, context: bound.context)
    let refusal = try #require(throws: Refusal.self) { try Workshop.document(form) }
    #expect(refusal.diagnostics.map(\.place.description) == ["exporter"])
  }

  @Test("Captions that do not fit are told, of all sides")
  func captionsTooLong() throws {
    let long = Array(repeating: "Exporter's name and address", count: 30).joined(separator: " ")
    #expect(
      try told(
        """
        front:
          boxes:
            - {id: "1", frame: [20, 16, 94, 9], caption: "\(long)"}
        continuation:
          boxes:
            - {id: "2", frame: [20, 16, 94, 9], caption: "\(long)"}
        """, sample: false) == ["5:50 typesetting.fixed-text", "8:50 typesetting.fixed-text"])
  }

  @Test func aCaptionInTheQuietZoneOfTheCode() throws {
    #expect(
      try told(
        """
        front:
          boxes: [{id: "5", caption: "5. For certifying authority use only"}]
          code: {frame: [116, 93, 32.6, 32.6]}
        """, sample: false) == ["4:30 typesetting.words-over-code"])
  }
}
