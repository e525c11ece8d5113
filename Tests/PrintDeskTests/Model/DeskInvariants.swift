import PrintDesk
import Store
import Support

/// What must hold after every write and every send, over register and world.
struct DeskInvariants {
  private let runs: [PrintRun]
  private let stock: [StockSheet]
  private let requests: [DeskRequest]
  private let world: World

  init(_ driver: DeskDriver) {
    runs = driver.runs
    world = driver.world
    (stock, requests) =
      (try? driver.store.write {
        (try $0.stock.sheets(series: nil), try $0.cases.requests(number: nil))
      }) ?? ([], [])
  }

  /// What is broken, in words.
  var faults: [String] { sent + originals + accounts + papers }

  /// What is broken once everybody has finished, or was told otherwise than it is.
  static func endFaults(_ driver: DeskDriver) -> [String] {
    let untold = try? driver.store.write { try EventFollower($0).differences(from: $0) }
    return DeskInvariants(driver).endFaults + (untold ?? ["the register cannot be read"])
  }

  private var endFaults: [String] {
    let report = report
    let open = report.open.filter { !["loaded", "spoiled"].contains($0.state) }
    var faults = open.map { "\($0.name) is \($0.state) in the end" }
    for number in DeskDriver.certificates {
      let states = runs.map(\.output).filter { $0.number == number && $0.isLiveOriginal }
        .map(\.state)
      if states != [.issued] { faults.append("\(number) ends as \(states)") }
    }
    return faults
  }

  /// No pass is sent twice, and none before it was burned.
  private var sent: [String] {
    let passes = Dictionary(uniqueKeysWithValues: runs.flatMap(\.passes).map { ($0.id, $0) })
    return world.sends.flatMap { id, count in
      (count > 1 ? ["\(id) was sent \(count) times"] : [])
        + (passes[id]?.burn == nil ? ["\(id) was sent unburned"] : [])
    }
  }

  /// Exactly one live original of each certificate: none is ever ended without its successor.
  private var originals: [String] {
    DeskDriver.certificates.compactMap { number in
      let live = runs.filter { $0.output.number == number && $0.output.isLiveOriginal }
      return live.count == 1 ? nil : "\(number) has \(live.count) live originals"
    }
  }

  private var report: DailyReport {
    DailyReport(
      day: Runs.day, moments: 0..<Int.max, runs: runs, stock: stock, requests: requests)
  }

  /// Everything is in exactly one final state or open.
  private var accounts: [String] {
    report.unaccountedItems.map { "\($0) is unaccounted for" } + world.mismatches
  }

  /// Register and paper never contradict each other but by being uncertain.
  private var papers: [String] {
    runs.flatMap { run in
      run.sheets.flatMap { sheet -> [String] in
        let sides = Set(run.passes.filter { $0.sheet == sheet.position }.map(\.sides))
        let count = world.intact(sheet.id, sides).count
        if run.output.state == .issued {
          return count == 1 ? [] : ["\(sheet.id) is issued with \(count) intact papers"]
        }
        let isOpen = !sheet.state.isDecided || sheet.state == .good
        return count == 0 || isOpen ? [] : ["\(sheet.id) is \(sheet.state), its paper intact"]
      }
    }
  }
}
