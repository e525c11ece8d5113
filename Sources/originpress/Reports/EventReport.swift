import Notation
import PrintDesk
import Signing

/// One change of the desk's register as a line.
struct EventReport {
  private let event: DeskEvent

  init(_ event: DeskEvent) { self.event = event }

  /// The line, for people or as JSON.
  func line(asJSON: Bool) -> String {
    asJSON ? JSONWriter.text(json, pretty: false) : text
  }

  private var time: String { Moment(seconds: event.at).iso8601 }

  private var details: [(key: String, value: String)] {
    event.change.details.sorted { $0.key < $1.key }
  }

  private var text: String {
    let change = event.change
    let step = [change.previous, change.state].compactMap(\.self).joined(separator: " → ")
    let rest = details.map { " \($0.key)=\($0.value)" }.joined()
    return "\(event.ordinal)  \(time)  \(change.subject.rawValue) \(change.id)  \(step) \(rest)"
  }

  private var json: JSONValue {
    let change = event.change
    return .object([
      "event": .integer(event.ordinal), "time": .text(time),
      "subject": .text(change.subject.rawValue), "id": .text(change.id),
      "state": .text(change.state), "previous": change.previous.map { .text($0) },
      "details": .object(details.map { JSONMember($0.key, .text($0.value)) }),
    ])
  }
}
