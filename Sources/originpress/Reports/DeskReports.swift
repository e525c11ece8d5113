import Certificates
import Diagnostics
import Notation
import Office
import PrintDesk

/// A request, for people and for scripts.
struct RequestReport {
  private let request: DeskRequest

  init(_ request: DeskRequest) { self.request = request }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return print(text) }
    print(JSONWriter.text(json), terminator: "")
  }

  /// One line.
  var text: String {
    let detail = request.subject.detail.map { " \($0)" } ?? ""
    let rule = request.isApprovedByRule ? " (by rule)" : ""
    return "\(request.id)  \(request.number)  \(request.subject.word.rawValue)\(detail)  "
      + request.state.rawValue + rule
  }

  /// The request as JSON.
  var json: JSONValue {
    .object([
      "request": .text(request.id), "number": .text(request.number),
      "enterprise": .text(request.enterprise), "subject": .text(request.subject.word.rawValue),
      "detail": request.subject.detail.map { .text($0) }, "note": .text(request.note),
      "state": .text(request.state.rawValue), "askedBy": .text(request.asked.by),
      "byRule": .bool(request.isApprovedByRule),
      "decidedBy": request.decided.map { .text($0.by) },
      "remark": request.remark.map { .text($0) }, "output": request.output.map { .text($0) },
    ])
  }
}

/// What came of a sheet that is not good, or of an original printed anew.
struct OutcomeReport {
  private let outcome: SheetDecisions.Outcome

  init(_ outcome: SheetDecisions.Outcome) { self.outcome = outcome }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else {
      print(RunReport(outcome.void).text)
      let spoiled = outcome.void.sheets.filter { $0.state == .spoiled }.compactMap(\.stock)
      if !spoiled.isEmpty { print("  " + Wording.takeOut(spoiled).text(in: Outside.language)) }
      if let successor = outcome.successor {
        print(OutputReport(successor).text)
        print("  " + Wording.printSuccessor(successor.id).text(in: Outside.language))
      }
      return
    }
    let answer: JSONValue = .object([
      "void": RunReport(outcome.void).json,
      "successor": outcome.successor.map { OutputReport($0).json },
    ])
    print(JSONWriter.text(answer), terminator: "")
  }
}

/// Everything about the printing of one certificate.
struct CaseReport {
  private let known: PrintCase

  init(_ known: PrintCase) { self.known = known }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return print(text) }
    print(JSONWriter.text(json), terminator: "")
  }

  private var text: String {
    let approval = known.approval
    let head = "\(approval.number)  \(approval.enterprise)  \(known.place.rawValue)  "
    let holds = known.holds.filter(\.isInForce).map { "  held: \($0.reason.rawValue)" }
    return
      ([head + approval.sealMode.rawValue] + holds + known.runs.map { RunReport($0).text }
      + known.requests.map { RequestReport($0).text }).joined(separator: "\n")
  }

  private var json: JSONValue {
    [
      "number": .text(known.approval.number), "enterprise": .text(known.approval.enterprise),
      "sealMode": .text(known.approval.sealMode.rawValue),
      "printPlace": .text(known.place.rawValue),
      "selfPrinting": .bool(known.allowsSelfPrinting),
      "holds": .list(known.holds.filter(\.isInForce).map { .text($0.reason.rawValue) }),
      "runs": .list(known.runs.map { RunReport($0).json }),
      "requests": .list(known.requests.map { RequestReport($0).json }),
    ]
  }
}

/// The day's account as text.
struct DayText {
  private let report: DailyReport

  init(_ report: DailyReport) { self.report = report }

  /// One line for each kind of thing, then what waits and what nobody can account for.
  var text: String {
    func line(_ name: String, _ counts: [String: Int]) -> String {
      let states = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      return "\(name)  " + (states.isEmpty ? "-" : states.joined(separator: ", "))
    }
    let counts = [
      "\(report.day)", line("outputs    ", report.outputs), line("sheets     ", report.sheets),
      line("passes     ", report.passes), line("stock      ", report.stock),
      line("requests   ", report.requests), "unaccounted  \(report.unaccounted)",
    ]
    return
      (counts + report.waiting.map { "  open  \($0.name)  \($0.state)" }
      + report.unaccountedItems.map { "  unaccounted  \($0)" }).joined(separator: "\n")
  }
}
