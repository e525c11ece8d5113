import Diagnostics
import Notation

/// Texts by name as one column: a JSON object, its members sorted.
struct TextMap: NodeReadable {
  let texts: [String: String]

  init(_ texts: [String: String]) { self.texts = texts }

  init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    var texts: [String: String] = [:]
    for key in reader.keys { texts[key] = reader.required(key, as: String.self) }
    self.texts = texts
  }

  var column: String {
    let members = texts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .text($0.value)) }
    return JSONWriter.text(.object(members), pretty: false)
  }
}
