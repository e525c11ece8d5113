package import Diagnostics
package import Measures
package import Notation

/// One printed side of a form: the first sheet's front, a continuation sheet, the overleaf.
package struct Face: Hashable, Sendable, NodeReadable {
  /// Texts outside of any box; frames relative to the paper.
  package let texts: [TextElement]
  package let boxes: [FormBox]
  package let table: GoodsTable?
  package let code: CodePlace?
  package let seals: [SealPlace]
  package let notes: NotesArea?
  /// Whether the guilloche lies under this side.
  package let hasBackground: Bool

  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    texts = reader.optional("texts") ?? []
    boxes = reader.optional("boxes") ?? []
    table = reader.optional("table")
    code = reader.optional("code")
    seals = reader.optional("seals") ?? []
    notes = reader.optional("notes")
    hasBackground = reader.optional("background") ?? true
    reader.finish()
    var names: Set<String> = []
    for box in boxes where !names.insert(box.id).inserted {
      findings.error(at: reader.place(of: "boxes"), Wording.duplicateBox(box.id))
    }
    for column in table?.columns ?? [] where !names.insert(column.id).inserted {
      findings.error(at: reader.place(of: "table"), Wording.duplicateBox(column.id))
    }
  }
}

/// Where the overleaf notes stand.
package struct NotesArea: Hashable, Sendable, NodeReadable {
  package let frame: Rect
  package let columns: Int
  package let gap: Length
  /// The style at its natural size; its minimum is the smallest legible one.
  package let style: String
  package let headingStyle: String

  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let frame: Rect? = reader.required("frame")
    columns = reader.optional("columns") ?? 1
    gap = reader.optional("gap") ?? .mm(6)
    style = reader.optional("style") ?? "note"
    headingStyle = reader.optional("heading-style") ?? "note-heading"
    reader.finish()
    guard let frame else { return nil }
    guard (1...3).contains(columns) else {
      findings.error(at: reader.place(of: "columns"), Wording.noteColumns)
      return nil
    }
    self.frame = frame
  }
}

/// The attachment sheet: marks and texts that found no room on the form.
package struct AttachmentFace: Hashable, Sendable, NodeReadable {
  /// The words printed in the place of what moved.
  package let reference: String
  package let title: Pattern
  package let titleStyle: String
  package let style: String
  /// The heading of each moved text, with `{attachment.box}` and `{attachment.item}`.
  package let heading: Pattern
  package let frame: Rect

  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let reference: String? = reader.required("reference")
    let title: Pattern? = reader.required("title")
    let heading: Pattern? = reader.required("heading")
    let frame: Rect? = reader.required("frame")
    titleStyle = reader.optional("title-style") ?? "title"
    style = reader.optional("style") ?? "value"
    reader.finish()
    guard let reference, let title, let heading, let frame else { return nil }
    self.reference = reference
    self.title = title
    self.heading = heading
    self.frame = frame
  }
}
