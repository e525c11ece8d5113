/// Collects diagnostics while one input is read and checked.
///
/// A class, because readers of nested values share it; it belongs to one task and is not `Sendable`.
package final class Findings {
  /// Everything found so far, in the order of reporting.
  package private(set) var diagnostics: [Diagnostic] = []

  /// A collection without diagnostics.
  package init() {}

  /// Whether the input must be refused.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds a diagnostic to those found.
  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports a fault for which the input is refused.
  package func error(at place: Place, _ message: Message, hint: Message? = nil) {
    report(Diagnostic(.error, at: place, message, hint: hint))
  }

  /// Reports something worth a look that does not stop the work.
  package func warning(at place: Place, _ message: Message, hint: Message? = nil) {
    report(Diagnostic(.warning, at: place, message, hint: hint))
  }

  /// Reports something worth knowing about which nothing need be done.
  package func information(at place: Place, _ message: Message, hint: Message? = nil) {
    report(Diagnostic(.information, at: place, message, hint: hint))
  }

  /// Throws all that was found when any of it is an error.
  package func throwErrors() throws(Refusal) {
    if hasErrors { throw Refusal(diagnostics) }
  }
}

/// The input was refused; holds everything that was found in it.
package struct Refusal: Error, Sendable, CustomStringConvertible {
  /// Everything that was found, warnings included.
  package let diagnostics: [Diagnostic]

  /// A refusal from everything that was found.
  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// A refusal from one diagnostic.
  package init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }

  /// The diagnostics in English, one a line.
  package var description: String {
    diagnostics.map { $0.text(in: .english) }.joined(separator: "\n")
  }
}
