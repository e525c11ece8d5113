import Diagnostics
import Notation

/// The seals of an output as one column: a JSON object of ids by role.
struct SealList: NodeReadable {
  let ids: [String: String]

  init(_ ids: [String: String]) { self.ids = ids }

  init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    var ids: [String: String] = [:]
    for key in reader.keys { ids[key] = reader.required(key, as: String.self) }
    self.ids = ids
  }

  var text: String {
    let members = ids.sorted { $0.key < $1.key }.map { JSONMember($0.key, .text($0.value)) }
    return JSONWriter.text(.object(members))
  }
}
