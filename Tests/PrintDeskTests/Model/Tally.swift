import PrintDesk

/// What schedules met.
struct Tally: CustomStringConvertible {
  private var schedules = 0
  private var counts: [String: Int] = [:]

  mutating func add(_ driver: DeskDriver) {
    schedules += 1
    counts["refusals", default: 0] += driver.refusals
    counts["falls", default: 0] += driver.log.count { $0 == "fall" }
    for run in driver.runs {
      counts["\(run.output.kind) \(run.output.state)", default: 0] += 1
      for sheet in run.sheets { counts["sheet \(sheet.state)", default: 0] += 1 }
      for pass in run.passes { counts["pass \(pass.state)", default: 0] += 1 }
    }
  }

  mutating func add(_ other: Tally) {
    schedules += other.schedules
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The ends that were never met.
  var missing: [String] {
    let outputs = ["original", "duplicate", "copy"].flatMap { ["\($0) issued", "\($0) void"] }
    let sheets = ["good", "spoiled", "lost", "unused"].map { "sheet \($0)" }
    let passes = ["clean", "uncertain", "sent", "failed"].map { "pass \($0)" }
    return (outputs + sheets + passes + ["falls", "refusals"]).filter { counts[$0] == nil }
  }

  var description: String {
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return "\(schedules) schedules, " + words.joined(separator: ", ")
  }
}
