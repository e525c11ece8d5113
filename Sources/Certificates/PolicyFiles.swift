import Diagnostics
import Notation

/// The nodes of the policy files by the table each one names.
struct PolicyFiles {
  private let findings: Findings
  private var rows: [String: (list: [Node], place: Place)] = [:]

  init(_ nodes: [Node], _ findings: Findings) {
    self.findings = findings
    for node in nodes {
      guard let reader = ObjectReader(node, findings) else { continue }
      let name: String? = reader.required("table")
      let list: NodeList? = reader.required("rows")
      reader.finish()
      guard let name, let list else { continue }
      if rows[name] != nil {
        findings.error(at: reader.place(of: "table"), Wording.tableTwice(name))
      }
      rows[name] = (list.nodes, reader.place)
    }
  }

  /// Leaves out the rows of other forms, if the form is listed at all.
  mutating func keep(only form: String) {
    func belongs(_ row: Node) -> Bool {
      let name = row.member("form") ?? row.member("code")
      return name.map { $0.textValue == form } ?? true
    }
    guard rows["kinds"]?.list.contains(where: belongs) == true else { return }
    rows = rows.mapValues { ($0.list.filter(belongs), $0.place) }
  }

  /// The rows of a table that are no dated policies.
  mutating func entries<Value: NodeReadable>(_ name: String) -> [Value] {
    take(name).compactMap { Value($0, findings) }
  }

  /// A dated table; rows must name one of the forms.
  mutating func table<Value: NodeReadable & Sendable>(
    _ name: String, _ forms: Set<String>
  ) -> PolicyTable<Value> {
    PolicyTable(take(name).compactMap { row($0, forms) }, findings)
  }

  /// Reports tables that nobody asked for.
  func finish() {
    for (name, file) in rows.sorted(by: { $0.key < $1.key }) {
      findings.error(at: file.place, Wording.unknownTable(name))
    }
  }

  private mutating func take(_ name: String) -> [Node] {
    guard let file = rows.removeValue(forKey: name) else {
      findings.error(at: Place(), Wording.noTable(name))
      return []
    }
    return file.list
  }

  private func row<Value: NodeReadable & Sendable>(
    _ node: Node, _ forms: Set<String>
  ) -> PolicyRow<Value>? {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let form: String? = reader.required("form")
    let destinations: [String]? = reader.optional("destinations")
    let from: CalendarDate? = reader.optional("from")
    let until: CalendarDate? = reader.optional("until")
    let source: String? = reader.required("source")
    let value: Value? = reader.required("value")
    reader.finish()
    if let form, !forms.contains(form) {
      findings.error(at: reader.place(of: "form"), Wording.noForm(form))
    }
    for code in destinations ?? [] where Country(code) == nil {
      findings.error(at: reader.place(of: "destinations"), Wording.noCountry(code))
    }
    if let from, let until, until < from {
      findings.error(at: reader.place(of: "until"), Wording.untilBeforeFrom)
    }
    guard let form, let source, let value else { return nil }
    return PolicyRow(
      form: form, destinations: destinations, from: from, until: until, source: source,
      value: value, place: node.place)
  }
}

/// The nodes of a list, not read yet.
private struct NodeList: NodeReadable {
  let nodes: [Node]

  init?(_ node: Node, _ findings: Findings) {
    guard case .list(let nodes) = node.value else {
      findings.error(at: node.place, Wording.notAList(node.kind))
      return nil
    }
    self.nodes = nodes
  }
}
