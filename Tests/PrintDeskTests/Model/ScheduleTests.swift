import Foundation
import PrintDesk
import Support
import Testing

/// The real machine under seeded random schedules of faults, falls, late reports and two people at once
/// (design §5, §7).
@Suite struct ScheduleTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["ORIGINPRESS_SEED"].flatMap { Int($0) } ?? 2026
  private static let schedules = Soak.choice(100_000, else: 1000)
  /// Parts that run beside one another.
  private static let parts = 4
  private static let actions = 60

  @Test func `no schedule breaks the register (design §5, S2-134)`() async throws {
    let seen = try await withThrowingTaskGroup(of: Tally.self) { group in
      for part in 0..<Self.parts { group.addTask { try Self.play(part) } }
      return try await group.reduce(into: Tally()) { $0.add($1) }
    }
    print("soak: desk schedules, seed \(Self.seed): \(seen)")
    #expect(seen.missing.isEmpty, "an end that is never met shows nothing: \(seen)")
  }

  /// Plays every so many-th schedule; the first that breaks something is told with its last actions.
  private static func play(_ part: Int) throws -> Tally {
    var seen = Tally()
    for number in stride(from: part, to: schedules, by: parts) {
      let driver = try DeskDriver(seed: seed &+ number &* 7919)
      try driver.run(actions: actions)
      seen.add(driver)
      guard driver.violations.isEmpty else {
        Issue.record(
          """
          ORIGINPRESS_SEED=\(seed) schedule \(number): \(driver.violations.prefix(3))
          \(driver.log.suffix(40).joined(separator: "\n"))
          """)
        return seen
      }
    }
    return seen
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
