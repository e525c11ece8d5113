import Diagnostics
import Notation

extension Face {
  /// Reports names used twice: of boxes and columns, of texts, and of the parts of one box.
  func reportRepeatedNames(_ findings: Findings) {
    let columns = (table?.columns ?? []).map { ($0.id, $0.places["id"]) }
    report(boxes.map { ($0.id, $0.places["id"]) } + columns, Wording.duplicateBox, findings)
    report(Self.names(of: texts), Wording.duplicateText, findings)
    for box in boxes { report(Self.names(of: box.parts), Wording.duplicateText, findings) }
  }

  private static func names(of texts: [TextElement]) -> [(name: String, place: Place)] {
    texts.compactMap { text in text.id.map { ($0, text.places["id"]) } }
  }

  private func report(
    _ names: [(name: String, place: Place)], _ message: (String) -> Message, _ findings: Findings
  ) {
    var known: [String: Place] = [:]
    for (name, place) in names {
      if let first = known[name] {
        findings.error(at: place, message(name), hint: Wording.other(at: first))
      } else {
        known[name] = place
      }
    }
  }
}
