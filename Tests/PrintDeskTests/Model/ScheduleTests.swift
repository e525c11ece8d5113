import Foundation
import PrintDesk
import Support
import Testing

/// The real machine under seeded random schedules of faults, falls, late reports and two people at once
/// (design §5, §7).
@Suite struct ScheduleTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["ORIGINPRESS_SEED"].flatMap { Int($0) } ?? 2026
  private static let schedules = environment["ORIGINPRESS_SOAK"] == "1" ? 100_000 : 2000
  /// Parts that run beside one another.
  private static let parts = 4
  private static let actions = 60

  @Test(arguments: 0..<parts)
  func `no schedule breaks the register (design §5, S2-134)`(_ part: Int) throws {
    var seen = Tally()
    for number in stride(from: part, to: Self.schedules, by: Self.parts) {
      let driver = try DeskDriver(seed: Self.seed &+ number &* 7919)
      try driver.run(actions: Self.actions)
      seen.add(driver)
      guard driver.violations.isEmpty else {
        Issue.record(
          """
          ORIGINPRESS_SEED=\(Self.seed) schedule \(number): \(driver.violations.prefix(3))
          \(driver.log.suffix(40).joined(separator: "\n"))
          """)
        return
      }
    }
    print("soak: seed \(Self.seed), part \(part): \(seen)")
    #expect(seen.isTelling, "every kind of end was met, else this shows little: \(seen)")
  }

  @Test(arguments: Flaw.allCases)
  func `a driver that breaks the rules is caught`(_ flaw: Flaw) throws {
    for number in 0..<400 {
      let driver = try DeskDriver(seed: Self.seed &+ number &* 7919, flaw: flaw)
      try driver.run(actions: Self.actions)
      if let violation = driver.violations.first {
        print("\(flaw) is caught by schedule \(number): \(violation)")
        return
      }
    }
    Issue.record("\(flaw) is never caught")
  }
}

/// What the schedules met.
private struct Tally: CustomStringConvertible {
  private var schedules = 0
  private var counts: [String: Int] = [:]
  private var refusals = 0

  mutating func add(_ driver: DeskDriver) {
    schedules += 1
    refusals += driver.refusals
    counts["falls", default: 0] += driver.log.count { $0 == "fall" }
    for run in driver.runs {
      counts["\(run.output.kind) \(run.output.state)", default: 0] += 1
      for sheet in run.sheets { counts["sheet \(sheet.state)", default: 0] += 1 }
      for pass in run.passes { counts["pass \(pass.state)", default: 0] += 1 }
    }
  }

  /// Whether each end that there is was met.
  var isTelling: Bool {
    let ends =
      ["original issued", "original void", "duplicate issued", "duplicate void", "copy issued"]
      + ["good", "spoiled", "lost", "unused"].map { "sheet \($0)" }
      + ["clean", "uncertain", "sent", "failed"].map { "pass \($0)" } + ["falls"]
    return refusals > 0 && ends.allSatisfy { counts[$0, default: 0] > 0 }
  }

  var description: String {
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return "\(schedules) schedules, \(refusals) refusals, " + words.joined(separator: ", ")
  }
}
