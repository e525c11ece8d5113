import Notation
import Printers

/// A printer at one look: what a watcher is told when it changes.
struct PrinterGlance: Equatable {
  let state: PrinterStatus.State
  let reasons: [String]
  /// The names of its open jobs.
  let jobs: [String]

  /// The line, for people or as JSON.
  func line(asJSON: Bool) -> String { asJSON ? JSONWriter.text(json, pretty: false) : text }

  private var text: String {
    let reasons = reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
    return state.rawValue + reasons + jobs.map { "  \($0)" }.joined()
  }

  private var json: JSONValue {
    [
      "state": .text(state.rawValue), "stateReasons": .list(reasons.map { .text($0) }),
      "openJobs": .list(jobs.map { .text($0) }),
    ]
  }
}
