import Certificates
package import Diagnostics
import Measures
import Notation

extension Layout {
  /// Reads the edition in `<form>/<edition>/layout.yaml` with its overleaf text.
  ///
  /// - Returns: the layout, or `nil` after reporting what is wrong; it is not yet checked.
  package init?(path: String, files: LayoutFiles, _ findings: Findings) {
    guard let node = files.node(of: path, findings),
      let reader = ObjectReader(node, findings)
    else { return nil }
    let form: String? = reader.required("form")
    let edition: String? = reader.required("edition")
    let from = Self.firstDay(reader)
    let until: CalendarDate? = reader.optional("until")
    let title: Titles? = reader.required("title")
    let language: Language? = reader.required("language")
    let paper: Point? = reader.required("paper")
    let area: Rect? = reader.optional("image-area")
    let facts: Facts? = reader.required("facts")
    let styles: [String: Style] = Self.styles(reader)
    let guilloche: Guilloche? = reader.optional("guilloche")
    let status: StatusPlaces? = reader.required("status")
    let label: LabelPlace? = reader.required("label")
    let (front, continuation) = Self.sheets(reader)
    let overleaf: Face? = reader.optional("overleaf")
    let attachment: AttachmentFace? = reader.required("attachment")
    let notesFile: String? = reader.optional("notes")
    reader.finish()
    let notes = notesFile.map { name -> [NoteBlock] in
      let target = LayoutFiles.resolve(name, from: path)
      let place = reader.place(of: "notes")
      guard let bytes = files.bytes(of: target, at: place, findings) else { return [] }
      return NoteBlock.blocks(
        of: String(decoding: bytes, as: UTF8.self), file: files.shown(target), findings)
    }
    guard let form, let edition, let from, let title, let language, let paper, let facts,
      let status, let label, let front, let continuation, let attachment, !findings.hasErrors
    else { return nil }
    if let until, until < from {
      findings.error(at: reader.place(of: "until"), Wording.emptyPeriod)
    }
    let sheet = Size(width: paper.x, height: paper.y)
    self.init(
      form: form, edition: edition, from: from, until: until, titleEnglish: title.english,
      titleChinese: title.chinese, language: language,
      paper: sheet, imageArea: area ?? Self.imageArea(of: sheet), facts: facts, styles: styles,
      guilloche: guilloche, status: status, label: label, front: front,
      continuation: continuation, overleaf: overleaf, attachment: attachment, notes: notes ?? [],
      file: files.shown(path), places: reader.places)
  }

  /// The first day the edition serves.
  private static func firstDay(_ reader: ObjectReader) -> CalendarDate? {
    guard reader.node("from") != nil else {
      reader.findings.error(at: reader.place, Wording.noFirstDay)
      return nil
    }
    return reader.optional("from")
  }

  /// What the margins of GB/T 15310.4 leave of a sheet: 183 mm × 280 mm of A4.
  private static func imageArea(of sheet: Size) -> Rect {
    Rect(origin: .zero, size: sheet)
      .inset(left: .mm(20), top: .mm(10), right: .mm(7), bottom: .mm(7))
  }

  private static func styles(_ reader: ObjectReader) -> [String: Style] {
    guard let node = reader.node("styles"), let styles = ObjectReader(node, reader.findings) else {
      return [:]
    }
    var result: [String: Style] = [:]
    for name in styles.keys { result[name] = styles.optional(name) }
    return result
  }

  /// The first sheet, and the face of further ones: a face of its own, or the word `front` for the
  /// same again.
  private static func sheets(_ reader: ObjectReader) -> (front: Face?, continuation: Face?) {
    let findings = reader.findings
    let model = reader.node("front").map { Likeness.refused(in: $0, findings) }
    if model == nil { reader.reportMissing("front") }
    let front = model.flatMap { Face($0, findings) }
    guard let node = reader.node("continuation") else {
      reader.reportMissing("continuation")
      return (front, nil)
    }
    if case .text("front") = node.value { return (front, front) }
    let likeness = Likeness(front: model ?? node, findings: findings)
    return (front, Face(likeness.resolved(node), findings))
  }
}

/// The form's name in both languages.
private struct Titles: NodeReadable {
  let english: String
  let chinese: String

  init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let english: String? = reader.required("en")
    let chinese: String? = reader.required("zh")
    reader.finish()
    guard let english, let chinese else { return nil }
    self.english = english
    self.chinese = chinese
  }
}
