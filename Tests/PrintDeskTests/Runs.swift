import Certificates
import Diagnostics
import PrintDesk
import Testing

/// Runs for the desk's tests.
enum Runs {
  static let day: CalendarDate = {
    guard let day = CalendarDate("2026-11-25") else { preconditionFailure("a day of November") }
    return day
  }()
  static let li = Act(by: "li", at: 1_790_000_000)
  static let wang = Act(by: "wang", at: 1_790_000_060)

  static func output(
    _ kind: Output.Kind = .original, _ state: Output.State = .released, ordinal: Int = 12
  ) -> Output {
    Output(
      id: Output.id(ordinal), number: "26C1100B0001/00012", contentHash: "c", kind: kind,
      serial: "CCPIT000000000012", ordinal: kind.isOriginal ? nil : 1, revision: 0,
      requestKey: "k\(ordinal)", moment: li.at, day: day, device: "d", seals: [:],
      state: state,
      progress: ReleaseProgress(
        releaseEntry: 0, code: "HTTPS://X/V/A",
        manifest: Manifest(inputs: [:], unsigned: "2", file: "3", sheets: [.front]), fileEntry: 1),
      voidReason: nil)
  }

  static func successor(_ ordinal: Int = 13) -> Successor {
    Successor(
      id: Output.id(ordinal), kind: .original, serial: "CCPIT0000000000\(ordinal)",
      requestKey: "k\(ordinal)", moment: li.at + 60, day: day, device: "d", seals: [:])
  }

  static func burn(_ ordinal: Int = 1) -> Burn {
    Burn(job: "job-\(ordinal)", printer: "counter", tray: nil, document: "h", act: li)
  }

  static func clean(_ sides: Sides = .front) -> Evidence {
    Evidence(
      source: .printer, isOutcomeKnown: true, jobState: "completed",
      jobReasons: ["job-completed-successfully"], impressions: sides.impressions)
  }

  static let look = Look.scanned(number: "26C1100B0001/00012", serial: "CCPIT000000000012")

  /// A released output with its sheets planned.
  static func planned(
    _ plans: [[Sides]] = [[.front]], _ kind: Output.Kind = .original, on paper: Paper = .blank
  ) throws -> PrintRun {
    try PrintRun(output(kind)).planned(plans, on: paper)
  }
}

extension PrintRun {
  /// The run with a pass sent, or burned and cut off.
  func sending(through ordinal: Int, _ evidence: Evidence?) throws -> PrintRun {
    let sent = try burning(ordinal, as: Runs.burn(ordinal)).sending(ordinal).sent(ordinal, job: 7)
    return try evidence.map { try sent.learning($0, of: ordinal) } ?? sent
  }
}

/// The key of the first message of a refusal; `nil` when nothing was refused.
func refusalKey(_ body: () throws -> some Any) -> String? {
  do {
    _ = try body()
    return nil
  } catch let refusal as Refusal {
    return refusal.diagnostics.first?.message.key
  } catch { return "\(error)" }
}
