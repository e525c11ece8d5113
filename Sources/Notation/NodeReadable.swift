package import Diagnostics
package import Foundation

/// A type that can be made from a node, reporting what is wrong instead of throwing.
package protocol NodeReadable {
  /// Makes the value, or reports why not and returns `nil`.
  init?(_ node: Node, _ findings: Findings)
}

extension String: NodeReadable {
  /// Takes a text; any other value is reported.
  package init?(_ node: Node, _ findings: Findings) {
    guard case .text(let text) = node.value else {
      findings.error(at: node.place, Wording.expected(Wording.Kind.text, found: node.kind))
      return nil
    }
    self = text
  }
}

extension Bool: NodeReadable {
  /// Takes `true` or `false`; any other value is reported.
  package init?(_ node: Node, _ findings: Findings) {
    guard case .bool(let flag) = node.value else {
      findings.error(at: node.place, Wording.expected(Wording.Kind.bool, found: node.kind))
      return nil
    }
    self = flag
  }
}

extension Decimal: NodeReadable {
  /// Takes a number, or a text that is one, so that amounts may be quoted.
  package init?(_ node: Node, _ findings: Findings) {
    switch node.value {
    case .number(let text), .text(let text):
      guard let value = Decimal(exactly: text) else {
        findings.error(at: node.place, Wording.notANumber(text))
        return nil
      }
      self = value
    default:
      findings.error(at: node.place, Wording.expected(Wording.Kind.number, found: node.kind))
      return nil
    }
  }

  /// A decimal number written as `-12.50` or `1e3`, or `nil` when the text is anything else.
  ///
  /// At most 30 digits before and 18 behind the point and 36 in all, so that no digit is lost.
  package init?(exactly text: String) {
    guard let number = DecimalText(text), let value = number.value else { return nil }
    self = value
  }
}

extension Int: NodeReadable {
  /// Takes a whole number; any other value is reported, a quoted one too.
  package init?(_ node: Node, _ findings: Findings) {
    guard case .number(let text) = node.value else {
      findings.error(at: node.place, Wording.expected(Wording.Kind.number, found: node.kind))
      return nil
    }
    guard let value = Int(text) else {
      findings.error(at: node.place, Wording.notANumber(text))
      return nil
    }
    self = value
  }
}

extension Double: NodeReadable {
  /// Takes what a decimal takes, as a binary number.
  package init?(_ node: Node, _ findings: Findings) {
    guard let value = Decimal(node, findings) else { return nil }
    self = NSDecimalNumber(decimal: value).doubleValue
  }
}

extension Array: NodeReadable where Element: NodeReadable {
  /// Takes a list when all its elements can be read; every wrong one is reported.
  package init?(_ node: Node, _ findings: Findings) {
    guard case .list(let nodes) = node.value else {
      findings.error(at: node.place, Wording.expected(Wording.Kind.list, found: node.kind))
      return nil
    }
    let values = nodes.map { Element($0, findings) }
    guard values.allSatisfy({ $0 != nil }) else { return nil }
    self = values.compactMap(\.self)
  }
}

/// A closed set of words, such as the states of a switch.
package protocol NodeChoice: NodeReadable, CaseIterable, RawRepresentable where RawValue == String {
}

extension NodeChoice {
  /// Takes one of the words; any other text is reported, with the nearest word or all of them.
  package init?(_ node: Node, _ findings: Findings) {
    guard let text = String(node, findings) else { return nil }
    guard let value = Self(rawValue: text) else {
      let names = Self.allCases.map(\.rawValue)
      findings.error(
        at: node.place, Wording.notAChoice(text),
        hint: Hint.name(text, among: names))
      return nil
    }
    self = value
  }
}
