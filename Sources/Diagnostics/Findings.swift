/// Collects diagnostics while one input is read and checked.
///
/// A class, because readers of nested values share it; it belongs to one task and is not `Sendable`.
package final class Findings {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  /// Whether the input must be refused.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package func error(at place: Place, _ message: Message, hint: Message? = nil) {
    report(Diagnostic(.error, at: place, message, hint: hint))
  }

  package func warning(at place: Place, _ message: Message, hint: Message? = nil) {
    report(Diagnostic(.warning, at: place, message, hint: hint))
  }

  /// Throws all that was found when any of it is an error.
  package func throwErrors() throws(Refusal) {
    if hasErrors { throw Refusal(diagnostics) }
  }
}

/// The input was refused; holds everything that was found in it.
package struct Refusal: Error, Sendable, CustomStringConvertible {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  package init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }

  package var description: String {
    diagnostics.map { $0.text(in: .english) }.joined(separator: "\n")
  }
}
