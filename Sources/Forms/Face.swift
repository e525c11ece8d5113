package import Diagnostics
package import Measures
package import Notation

/// One printed side of a form: the first sheet's front, a continuation sheet, the overleaf.
package struct Face: Hashable, Sendable, NodeReadable {
  /// Texts outside of any box; frames relative to the paper.
  package let texts: [TextElement]
  /// The numbered boxes, each with a name of its own.
  package let boxes: [FormBox]
  /// The goods table; `nil` on a side without one.
  package let table: GoodsTable?
  /// Where the verification code stands; `nil` on a side without one.
  package let code: CodePlace?
  /// Places kept for seals and signatures.
  package let seals: [SealPlace]
  /// Where the notes stand; `nil` on a side without notes.
  package let notes: NotesArea?
  /// Whether the guilloche lies under this side.
  package let hasBackground: Bool
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads a side, or reports what is wrong with it, names used twice included.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    texts = reader.optional("texts") ?? []
    boxes = reader.optional("boxes") ?? []
    table = reader.optional("table")
    code = reader.optional("code")
    seals = reader.optional("seals") ?? []
    notes = reader.optional("notes")
    hasBackground = reader.optional("background") ?? true
    reader.finish()
    reportRepeatedNames(findings)
  }
}

/// Where the overleaf notes stand.
package struct NotesArea: Hashable, Sendable, NodeReadable {
  /// The area the columns share, relative to the paper.
  package let frame: Rect
  /// The number of columns, 1 to 3.
  package let columns: Int
  /// Free space between columns; 6 mm unless stated.
  package let gap: Length
  /// The style at its natural size; its minimum is the smallest legible one.
  package let style: String
  /// The style of headings, a name of `styles`.
  package let headingStyle: String
  /// Where the members stand.
  package let places: MemberPlaces
  /// Where the frame is stated.
  package var place: Place { places["frame"] }

  /// Reads the place of the notes, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
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
  /// The heading of the sheet itself.
  package let title: Pattern
  /// The style of the title, a name of `styles`.
  package let titleStyle: String
  /// The style of moved texts, a name of `styles`.
  package let style: String
  /// The heading of each moved text, with `{attachment.box}` and `{attachment.item}`.
  package let heading: Pattern
  /// The area for moved marks and texts, relative to the paper.
  package let frame: Rect
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads the attachment sheet, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
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
