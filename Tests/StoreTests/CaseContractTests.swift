import Certificates
import Diagnostics
import Foundation
import PrintDesk
import Store
import Support
import Testing

/// What every register does with requests, holds, places and switches.
@Suite struct CaseContractTests {
  private static let zhang = Act(by: "zhang", at: 1_790_000_000)
  private static let li = Act(by: "li", at: 1_790_000_100)

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static func request(
    _ ordinal: Int, _ subject: DeskRequest.Subject, of number: String = "N1"
  ) -> DeskRequest {
    DeskRequest(
      id: DeskRequest.id(ordinal), number: number, enterprise: "1100B0001", subject: subject,
      note: "卡纸", asked: zhang)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a request keeps everything it says`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    let subjects: [DeskRequest.Subject] = [
      .reprint(.jam), .duplicate, .copy, .printPlace(.chamber),
    ]
    let requests = subjects.enumerated().map { Self.request($0.offset + 1, $0.element) }
    try await store.write { unit in
      try unit.outputs.insert(Records.output(1))
      for request in requests { try unit.cases.insert(request) }
    }
    #expect(try await store.read { try $0.cases.requests(number: "N1") } == requests)
    #expect(try await store.read { try $0.cases.requests(number: "N2") }.isEmpty)
    let done = try requests[0].approved(by: Self.li, remark: "查看").fulfilled(by: Output.id(1))
    let rejected = try requests[1].rejected(by: Self.li, remark: "未附说明")
    try await store.write { unit in
      try unit.cases.update(done)
      try unit.cases.update(rejected)
    }
    let kept = try await store.read { try $0.cases.requests(number: nil) }
    #expect(kept == [done, rejected, requests[2], requests[3]])
    #expect(try await store.read { try $0.cases.request("R-00000001") } == done)
    #expect(try await store.read { try $0.cases.requestCount() } == 4)
  }

  @Test(arguments: RegisterKind.allCases)
  func `one request of a kind is open at a time`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    try await store.write { try $0.cases.insert(Self.request(1, .reprint(.jam))) }
    for clash in [Self.request(2, .reprint(.other)), Self.request(1, .copy, of: "N2")] {
      await #expect(throws: (any Error).self) {
        try await store.write { try $0.cases.insert(clash) }
      }
    }
    try await store.write { unit in
      try unit.cases.insert(Self.request(2, .copy))
      try unit.cases.insert(Self.request(3, .reprint(.noInk), of: "N2"))
      try unit.cases.update(Self.request(1, .reprint(.jam)).rejected(by: Self.li, remark: "否"))
      try unit.cases.insert(Self.request(4, .reprint(.misfeed)))
    }
    #expect(try await store.read { try $0.cases.requestCount() } == 4)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a hold is in force once, and again after it was lifted`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    let hold = Hold(number: "N1", reason: .amendment, placed: Self.zhang)
    try await store.write { try $0.cases.place(hold) }
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.cases.place(hold) }
    }
    let lifted = hold.lifted(by: Self.li)
    let collector = Hold(number: "N1", reason: .collector, placed: Self.li)
    try await store.write { unit in
      try unit.cases.lift(lifted)
      try unit.cases.place(hold)
      try unit.cases.place(collector)
    }
    let kept = try await store.read { try $0.cases.holds(number: "N1") }
    #expect(kept == [lifted, hold, collector])
    #expect(try await store.read { try $0.cases.holds(number: "N2") }.isEmpty)
    #expect(try await store.read { try $0.cases.holds(number: nil) } == kept)
  }

  @Test(arguments: RegisterKind.allCases)
  func `print place and self-printing are as they were set last (S2-126, S2-129)`(
    _ kind: RegisterKind
  ) async throws {
    let store = try await kind.filled(scratch)
    let before = try await store.read { try $0.printCase(number: "N1") }
    #expect(before?.place == .local && before?.allowsSelfPrinting == false)
    for (place, isOpen) in [(Approval.PrintPlace.chamber, true), (.local, false), (.chamber, true)]
    {
      try await store.write { unit in
        try unit.cases.setPrintPlace(place, number: "N1", by: Self.li)
        try unit.cases.setSelfPrinting(isOpen, enterprise: "1100B0001", by: Self.zhang)
      }
      let now = try await store.read { try $0.printCase(number: "N1") }
      #expect(now?.place == place && now?.allowsSelfPrinting == isOpen)
    }
    #expect(try await store.read { try $0.cases.printPlace(number: "N2") } == nil)
    #expect(try await store.read { try $0.printCase(number: "unapproved") } == nil)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a case is all that is known of its certificate`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    let run = try PrintRun(Records.paper(1, of: "N1")).planned([[.front]], on: .blank)
    let hold = Hold(number: "N1", reason: .channel, placed: Self.li)
    try await store.write { unit in
      try unit.outputs.insert(Records.paper(1, of: "N1"))
      try unit.outputs.insert(Records.paper(2, of: "N2"))
      try unit.desk.keep(run, by: Self.li)
      try unit.cases.place(hold)
      try unit.cases.insert(Self.request(1, .copy))
    }
    let known = try #require(try await store.read { try $0.printCase(number: "N1") })
    #expect(known.runs == [run] && known.holds == [hold] && known.live == run)
    #expect(known.requests == [Self.request(1, .copy)])
  }
}
