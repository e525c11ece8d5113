import EscpOutput
import Foundation
import Measures
import Support
import Testing

/// The reader says of the encoder's bytes what was planned (dotmatrix.md §6.5, check 5).
struct RoundTripTests {
  private static let environment = ProcessInfo.processInfo.environment
  /// Another one each time, unless a run is repeated.
  private static let seed =
    environment["ORIGINPRESS_SEED"].flatMap { Int($0) } ?? Int.random(in: 0..<1_000_000)

  @Test func `random plans are read back as they were`() throws {
    let seed = Self.seed
    print("random plans: seed \(seed)")
    var plans = RandomPlans(seed: seed)
    for index in 0..<Soak.choice(20_000, else: 1000) {
      let plan = plans.job()
      do {
        let job = try PrintJob(plan)
        #expect(job.reading.sheets.map(\.lines) == plan.sheets.map(\.lines))
      } catch {
        Issue.record("seed \(seed), plan \(index): \(error)")
      }
    }
  }

  @Test func `a lost byte is never taken for the plan`() throws {
    let seed = Self.seed
    print("damaged plans: seed \(seed)")
    var dice = Dice(seed: seed)
    var plans = RandomPlans(seed: seed)
    for _ in 0..<300 {
      let plan = plans.job()
      let bytes = try PrintJob(plan).bytes
      // What only makes sure of the state after a reset has nothing to lose.
      let start = bytes.firstIndex(of: 0x43) ?? 0
      let places = (start..<bytes.count).filter { ![0x0d, 0x12].contains(bytes[$0]) }
      var damaged = bytes
      let place = dice.pick(places)
      damaged.remove(at: place)
      #expect(throws: PrintJobError.self, "seed \(seed), byte \(place)") {
        try PrintJob(plan, bytes: damaged)
      }
    }
  }
}
