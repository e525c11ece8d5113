package import Diagnostics
package import Notation

/// What an output's file was made from, by hashes: the same inputs give the same file years later, or
/// the manifest names the input that changed.
package struct Manifest: Hashable, Sendable {
  /// SHA-256 in hexadecimal of each input, by its name such as `content`, `layout C/2012` or
  /// `seal company-seal`.
  package let inputs: [String: String]
  /// SHA-256 of the file before it was signed.
  package let unsigned: String
  /// SHA-256 of the file that is handed out or printed.
  package let file: String
  /// What is marked of each of its sheets in turn, ``Sides/front`` or ``Sides/duplex``; empty where an
  /// older register did not keep it.
  package let sheets: [Sides]

  /// A manifest from its parts.
  package init(inputs: [String: String], unsigned: String, file: String, sheets: [Sides]) {
    self.inputs = inputs
    self.unsigned = unsigned
    self.file = file
    self.sheets = sheets
  }

  /// The names of the inputs that differ from others, or are in one of them only; sorted.
  package func changed(from others: [String: String]) -> [String] {
    Set(inputs.keys).union(others.keys).filter { inputs[$0] != others[$0] }.sorted()
  }

  /// The manifest as JSON, members sorted.
  package var json: JSONValue {
    [
      "file": .text(file),
      "inputs": .object(
        inputs.sorted { $0.key < $1.key }.map { JSONMember($0.key, .text($0.value)) }),
      "sheets": .list(sheets.map { .text($0.rawValue) }),
      "unsigned": .text(unsigned),
    ]
  }
}

extension Sides: NodeChoice {}

extension Manifest: NodeReadable {
  /// Reads what ``json`` writes, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let file: String? = reader.required("file")
    let unsigned: String? = reader.required("unsigned")
    let members = reader.node("inputs").flatMap { ObjectReader($0, findings) }
    let sheets: [Sides]? = reader.optional("sheets")
    reader.finish()
    guard let file, let unsigned, let members else { return nil }
    var inputs: [String: String] = [:]
    for key in members.keys { inputs[key] = members.required(key, as: String.self) }
    self.init(inputs: inputs, unsigned: unsigned, file: file, sheets: sheets ?? [])
  }
}
