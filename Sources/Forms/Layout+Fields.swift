import Certificates
package import Diagnostics
import Measures

extension Layout {
  /// Every field that some pattern of the first sheet or of a further one shows.
  var shownFields: Set<String> {
    let faces = [front, continuation]
    let elements = faces.flatMap { face in
      face.texts + face.boxes.flatMap(\.texts)
    }
    let tables = faces.compactMap(\.table)
    let rows = tables.flatMap { table in
      table.columns.map(\.show) + (table.total.map { [$0] } ?? [])
    }
    let patterns = elements.flatMap(\.patterns) + rows
    let ticks = faces.flatMap { $0.boxes.flatMap(\.ticks).compactMap(\.condition?.path) }
    return Set(patterns.flatMap { $0.fields.map(\.path) } + ticks)
  }

  /// The fields of the first sheet from top to bottom and left to right: the order of comparing.
  package var fieldOrder: [String] {
    let boxes = front.boxes.sorted {
      ($0.frame.top, $0.frame.left) < ($1.frame.top, $1.frame.left)
    }
    let table = front.table.map { table in
      (table.frame.top, table.columns.map(\.show) + (table.total.map { [$0] } ?? []))
    }
    var patterns: [Pattern] = []
    var isTableDue = true
    for box in boxes {
      if let (top, columns) = table, isTableDue, box.frame.top > top {
        patterns += columns
        isTableDue = false
      }
      patterns += box.texts.flatMap(\.patterns)
    }
    if let table, isTableDue { patterns += table.1 }
    return (patterns + front.texts.flatMap(\.patterns)).flatMap { $0.fields.map(\.path) }
  }

  /// Whether some column draws pictures of marks or says that there are some.
  var showsPictures: Bool {
    [front, continuation].compactMap(\.table).flatMap(\.columns).contains {
      $0.pictures != .hidden
    }
  }
}

extension BoundForm {
  /// A warning for each fact of the certificate that its form has no place for.
  ///
  /// Weights and values are left out: they are recorded for other purposes than the form.
  package var unshownFields: [Diagnostic] {
    let shown = layout.shownFields
    let roots = Set(shown.compactMap { $0.split(separator: ".").first.map(String.init) })
    let draft = certificate.draft
    let facts = given.filter { !roots.contains($0.root) }.map(\.field)
    let isMute = draft.transport?.conveyance != nil && !shown.contains("transport.conveyance")
    let conveyance = isMute && roots.contains("transport") ? ["transport.conveyance"] : []
    let marks = draft.goods.indices.filter {
      draft.goods[$0].marks != nil && !shown.contains("item.marks")
    }
    let images = draft.goods.indices.filter {
      !draft.goods[$0].markImages.isEmpty && !layout.showsPictures
    }
    let fields =
      facts + conveyance + marks.map { "goods[\($0)].marks" }
      + images.map { "goods[\($0)].markImages" }
    return fields.map { field in
      Diagnostic(.warning, at: .field(field), Wording.notShown(layout.name))
    }
  }

  /// The facts the certificate states, with the first part of the paths that show them.
  private var given: [(field: String, root: String)] {
    let draft = certificate.draft
    let facts: [(field: String, root: String, isGiven: Bool)] = [
      ("intermediary", "intermediary", draft.intermediary != nil),
      ("consignee", "consignee", draft.consignee != nil),
      ("importer", "importer", draft.importer != nil),
      ("producer", "producer", draft.producer != nil),
      ("transport", "transport", draft.transport != nil),
      ("remarks", "remarks", draft.remarks != nil),
      ("letterOfCredit", "letterOfCredit", draft.letterOfCredit != nil),
      ("specialClause", "specialClause", draft.specialClause != nil),
      (
        "circumstances.thirdPartyInvoicing", "thirdParty",
        draft.circumstances.thirdPartyInvoicing != nil
      ),
      ("circumstances.exhibition", "exhibition", draft.circumstances.exhibition != nil),
      ("circumstances.basedOn", "basedOn", draft.circumstances.basedOn != nil),
      ("circumstances.replaces", "replaces", draft.circumstances.replaces != nil),
    ]
    return facts.filter(\.isGiven).map { ($0.field, $0.root) }
  }
}
