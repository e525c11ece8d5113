import PrintDesk
package import Store

/// Another system that knows the desk by its stream of events alone.
package struct EventFollower {
  /// Where everything stands, by subject and name.
  package private(set) var states: [String: String] = [:]
  /// What does not fit to what was told before.
  package private(set) var faults: [String] = []

  /// Follows a register from its first event.
  package init(_ unit: UnitOfWork) throws {
    let events = try unit.events.events(after: 0, limit: .max)
    for (place, event) in events.enumerated() {
      if event.ordinal != place + 1 { faults.append("event \(place + 1) is \(event.ordinal)") }
      follow(event.change)
    }
  }

  private mutating func follow(_ change: DeskChange) {
    let name = "\(change.subject.rawValue) \(change.id)"
    if states[name] != change.previous {
      faults.append("\(name) was \(states[name] ?? "-"), not \(change.previous ?? "-")")
    }
    if change.subject == .pass, change.state == "burned", change.details["document"] == nil {
      faults.append("\(name) was burned without the hash of its document")
    }
    states[name] = change.state
  }

  /// What is wrong with the stream, or where it ends elsewhere than the register stands.
  package func differences(from unit: UnitOfWork) throws -> [String] {
    var known: [String: String] = [:]
    for run in try unit.desk.all() {
      known["output \(run.output.id)"] = run.output.state.rawValue
      for sheet in run.sheets { known["sheet \(sheet.id)"] = sheet.state.rawValue }
      for pass in run.passes { known["pass \(pass.id)"] = pass.state.rawValue }
    }
    for sheet in try unit.stock.sheets(series: nil) {
      known["stock \(sheet.number)"] = sheet.state.rawValue
    }
    return faults
      + Set(known.keys).union(states.keys).filter { known[$0] != states[$0] }.sorted().map {
        "\($0) is \(known[$0] ?? "-") and was told \(states[$0] ?? "-")"
      }
  }
}
