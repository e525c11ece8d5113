import Diagnostics
import Testing
import VirtualPrinter

/// Faults, trays and numbers as people write them.
@Suite("Faults and trays as text")
struct FaultTextTests {
  @Test("a fault says which job, what, when and what then")
  func faults() throws {
    #expect(
      try Fault(parsing: "job=2 jam-after=1")
        == Fault(job: 2, .trouble(.jam, .after, sheet: 1), recovery: .goOn))
    #expect(
      try Fault(parsing: "jam-in=3 job=all clear=1.5 recover=abort")
        == Fault(job: nil, .trouble(.jam, .inside, sheet: 3), clear: 1.5, recovery: .abort))
    #expect(
      try Fault(parsing: "job=1 power-cycle-before=2 down=3")
        == Fault(job: 1, .trouble(.powerCycle, .before, sheet: 2), down: 3))
    #expect(
      try Fault(parsing: "job=1 slow=2 on=status") == Fault(job: 1, .slow(2), request: .status))
    #expect(try Fault(parsing: "job=1 drop=middle") == Fault(job: 1, .dropMiddle))
    #expect(try Fault(parsing: "job=1 says=0") == Fault(job: 1, .says(impressions: 0)))
  }

  @Test(
    "a fault that says something else is refused with the place",
    arguments: [
      ("jam-after=1", "fault"), ("job=1", "fault"), ("job=0 silent=yes", "fault.job"),
      ("job=1 jam-after=1 jam-in=1", "fault"), ("job=1 jam-aftr=1", "fault"),
      ("job=1 empty-in=1", "fault"), ("job=1 says=many", "fault.says"),
      ("job=1 silent", "fault.silent"), ("job=1 silent=yes silent=yes", "fault.silent"),
      ("job=1 slow=nan", "fault.slow"),
    ])
  func badFaults(text: String, place: String) {
    let refusal = #expect(throws: Refusal.self) { try Fault(parsing: text) }
    #expect(refusal?.diagnostics.contains { $0.place.path == place } == true, "\(refusal as Any)")
  }

  @Test("a word that is nearly right is offered")
  func hint() {
    let refusal = #expect(throws: Refusal.self) { try Fault(parsing: "job=1 jam-aftr=1") }
    #expect(refusal?.diagnostics.first?.hint?.english.contains("jam-after") == true)
  }

  @Test("trays have paper, numbers and hands; a wrong one is refused")
  func trays() throws {
    let tray = try Tray(parsing: "tray-2 stock=CN000041 sheets=50")
    #expect(tray == Tray("tray-2", sheets: 50, stock: StockNumber("CN000041")))
    #expect(try Tray(parsing: "manual hand=yes").isHandFed)
    for text in ["", "stock=1", "tray-1 stock=CN", "tray-1 sheets=-1", "tray-1 colour=red"] {
      #expect(throws: Refusal.self, "\(text)") { try Tray(parsing: text) }
    }
    var twice = MachineSettings()
    twice.trays = [Tray("tray-1"), Tray("tray-1")]
    #expect(throws: Refusal.self) { try Machine(twice) }
  }

  @Test("stock numbers count up with their leading zeros and beginning")
  func numbers() {
    #expect(StockNumber("CN000099")?.next.description == "CN000100")
    #expect(StockNumber("9")?.next.description == "10")
    #expect(StockNumber("A1B009")?.next.description == "A1B010")
    #expect(StockNumber("CN") == nil)
    #expect(StockNumber("") == nil)
    #expect(StockNumber("1234567890123456") == nil)
  }
}
