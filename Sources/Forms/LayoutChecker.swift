package import Diagnostics
import Measures

/// Checks what a layout says beyond its shape: fields, formats, styles, and where everything stands.
///
/// What a fault is about is told by its place in the file; a fault that two sides share, because one
/// takes over from the other, is told once.
package struct LayoutChecker {
  let layout: Layout
  let roles: Set<String>
  private let findings: Findings

  /// A checker that knows the font roles of `Fonts/fonts.yaml`.
  package init(layout: Layout, roles: Set<String>, _ findings: Findings) {
    self.layout = layout
    self.roles = roles
    self.findings = findings
  }

  /// Reports every fault, and as information what is not verified.
  package func check() {
    checkFacts()
    checkStyles()
    checkWholeSheets()
    check(layout.front)
    check(layout.continuation)
    if let overleaf = layout.overleaf { check(overleaf, isOverleaf: true) }
    checkLabel()
  }

  // MARK: Reporting

  /// Reports a fault unless it is known.
  func error(at place: Place, _ message: Message, hint: Message? = nil) {
    report(Diagnostic(.error, at: place, message, hint: hint))
  }

  /// Reports something unless it is known.
  func report(_ diagnostic: Diagnostic) {
    if !findings.diagnostics.contains(diagnostic) { findings.report(diagnostic) }
  }

  /// The nearest known name, or all of them.
  func nearest(_ name: String, _ known: some Sequence<String>) -> Message {
    Hint.name(name, among: known.sorted())
  }
}
