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
    let from: CalendarDate? = reader.required("from")
    let until: CalendarDate? = reader.optional("until")
    let title: Titles? = reader.required("title")
    let language: Language? = reader.required("language")
    let paper: Point? = reader.required("paper")
    let facts: Facts? = reader.required("facts")
    let styles: [String: Style] = Self.styles(reader)
    let guilloche: Guilloche? = reader.optional("guilloche")
    let status: StatusPlaces? = reader.required("status")
    let label: LabelPlace? = reader.required("label")
    let front: Face? = reader.required("front")
    let continuation: Face? = Self.continuation(reader, front: front)
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
    self.init(
      form: form, edition: edition, from: from, until: until, titleEnglish: title.english,
      titleChinese: title.chinese, language: language,
      paper: Size(width: paper.x, height: paper.y), facts: facts, styles: styles,
      guilloche: guilloche, status: status, label: label, front: front, continuation: continuation,
      overleaf: overleaf, attachment: attachment, notes: notes ?? [], file: files.shown(path))
  }

  private static func styles(_ reader: ObjectReader) -> [String: Style] {
    guard let node = reader.node("styles"), let styles = ObjectReader(node, reader.findings) else {
      return [:]
    }
    var result: [String: Style] = [:]
    for name in styles.keys { result[name] = styles.optional(name) }
    return result
  }

  /// The face of further sheets: a face of its own, or the word `front` for the same again.
  private static func continuation(_ reader: ObjectReader, front: Face?) -> Face? {
    guard let node = reader.node("continuation") else {
      return reader.required("continuation")
    }
    if case .text("front") = node.value { return front }
    let model = reader.node("front") ?? node
    return Face(Likeness(front: model, findings: reader.findings).resolved(node), reader.findings)
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
