import Certificates
package import Diagnostics

extension Layout {
  /// Every field that some pattern of the first sheet or of a further one shows.
  var shownFields: Set<String> {
    let faces = [front, continuation]
    let elements = faces.flatMap { face in
      face.texts + face.boxes.flatMap { ($0.content.map { [$0] } ?? []) + $0.parts }
    }
    let columns = faces.flatMap { $0.table?.columns.map(\.show) ?? [] }
    let patterns = elements.map(\.words.pattern) + columns
    let ticks = faces.flatMap { $0.boxes.flatMap(\.ticks).compactMap(\.condition?.path) }
    return Set(patterns.flatMap { $0.fields.map(\.path) } + ticks)
  }
}

extension BoundForm {
  /// A warning for each text of the certificate that its form has no place for.
  package var unshownFields: [Diagnostic] {
    let shown = layout.shownFields
    let roots = Set(shown.compactMap { $0.split(separator: ".").first.map(String.init) })
    let draft = certificate.draft
    let given: [(name: String, isGiven: Bool)] = [
      ("intermediary", draft.intermediary != nil), ("consignee", draft.consignee != nil),
      ("importer", draft.importer != nil), ("producer", draft.producer != nil),
      ("transport", draft.transport != nil), ("remarks", draft.remarks != nil),
      ("letterOfCredit", draft.letterOfCredit != nil),
      ("specialClause", draft.specialClause != nil),
    ]
    let fields = given.filter { $0.isGiven && !roots.contains($0.name) }.map(\.name)
    let marks = draft.goods.indices.filter {
      draft.goods[$0].marks != nil && !shown.contains("item.marks")
    }
    return (fields + marks.map { "goods[\($0)].marks" }).map { field in
      Diagnostic(.warning, at: .field(field), Wording.notShown(layout.name))
    }
  }
}
