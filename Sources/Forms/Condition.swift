package import Diagnostics
package import Notation

/// A test on one field: `path` has a value, `path=value` has that value; `!` before it turns it round.
///
/// Countries are compared by their code: `destination=HK`.
package struct Condition: Hashable, Sendable, NodeReadable {
  /// The path of the field that is tested.
  package let path: String
  /// The value asked for; `nil` for any.
  package let value: String?
  /// Whether the test is turned round.
  package let isNegated: Bool

  /// Reads a condition, or reports that the value after `=` is missing.
  package init?(_ node: Node, _ findings: Findings) {
    guard let text = String(node, findings) else { return nil }
    isNegated = text.hasPrefix("!")
    let parts = (isNegated ? text.dropFirst() : text[...]).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts.first ?? "")
    value = parts.count > 1 ? String(parts[1]) : nil
    if value?.isEmpty == true {
      findings.error(at: node.place, Wording.emptyConditionValue(path))
      return nil
    }
  }

  /// Whether the scope's values meet the condition.
  package func holds(in scope: FieldScope) -> Bool {
    let text = scope.lookup(path, value == nil ? nil : .code)?.text ?? ""
    let isMet = value.map { $0 == text } ?? !text.isEmpty
    return isMet != isNegated
  }
}
