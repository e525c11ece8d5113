import Certificates
import Foundation
import PrintDesk
import Store
import Support
import Testing

/// What every register does, in memory and in SQLite.
@Suite struct StoreContractTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private struct Stop: Error {}

  @Test(arguments: RegisterKind.allCases)
  func `running numbers count from 1 and have no gaps where work failed (X15)`(_ kind: RegisterKind)
    async throws
  {
    let store = try kind.empty(scratch)
    let counter = NumberCounter(
      profile: "ccpit", year: 2026, letters: "C", holder: "1100B0001", prefix: "")
    func next() async throws -> Int { try await store.write { try $0.numbers.next(of: counter) } }
    #expect(try await next() == 1)
    await #expect(throws: Stop.self) {
      try await store.write { unit in
        #expect(try unit.numbers.next(of: counter) == 2)
        throw Stop()
      }
    }
    #expect(try await next() == 2)
    let other = NumberCounter(
      profile: "ccpit", year: 2027, letters: "C", holder: "1100B0001", prefix: "")
    #expect(try await store.write { try $0.numbers.next(of: other) } == 1)
    #expect(try await store.write { try $0.numbers.nextSerial(profile: "ccpit", year: nil) } == 1)
    #expect(try await store.write { try $0.numbers.nextSerial(profile: "ccpit", year: 2026) } == 1)
    #expect(try await store.write { try $0.numbers.nextSerial(profile: "ccpit", year: nil) } == 2)
  }

  @Test(arguments: RegisterKind.allCases)
  func `two hundred callers at once get two hundred numbers in a row`(_ kind: RegisterKind)
    async throws
  {
    let store = try kind.empty(scratch)
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask {
          try await store.write { try $0.numbers.nextSerial(profile: "ccpit", year: nil) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.sorted() == Array(1...200))
  }

  @Test(arguments: RegisterKind.allCases)
  func `a holder's prefixes are those it has numbers under (S3-28)`(_ kind: RegisterKind)
    async throws
  {
    let store = try kind.empty(scratch)
    @Sendable func counter(_ holder: String, _ prefix: String) -> NumberCounter {
      NumberCounter(profile: "customs", year: 2026, letters: "C", holder: holder, prefix: prefix)
    }
    let prefixes = try await store.write { unit in
      for (holder, prefix) in [("A", ""), ("A", "ab"), ("A1", "x"), ("A", "B")] {
        _ = try unit.numbers.next(of: counter(holder, prefix))
      }
      return try unit.numbers.prefixes(beside: counter("A", "zz"))
    }
    #expect(prefixes == ["", "B", "ab"])
  }

  @Test(arguments: RegisterKind.allCases)
  func `a printer kept again has its new particulars`(_ kind: RegisterKind) async throws {
    let store = try kind.empty(scratch)
    func printer(
      _ name: String, _ place: Approval.PrintPlace, journal: String? = nil
    ) -> DeskPrinter {
      DeskPrinter(
        name: name, address: name, profile: "generic-laser", place: place, journal: journal)
    }
    let kept = [
      printer("b", .local, journal: "/j"), printer("a", .chamber),
      printer("b", .chamber, journal: "/k"),
    ]
    try await store.write { unit in
      for printer in kept { try unit.printers.keep(printer) }
    }
    #expect(try await store.read { try $0.printers.printers() } == [kept[1], kept[2]])
    #expect(try await store.read { try $0.printers.printer("b") } == kept[2])
    #expect(try await store.read { try $0.printers.printer("c") } == nil)
  }

  @Test(arguments: RegisterKind.allCases)
  func `an approval is found by its number and both hashes, once`(_ kind: RegisterKind) async throws
  {
    let store = try kind.empty(scratch)
    let approval = Records.approval("N1")
    let content = Data("{}".utf8)
    try await store.write { try $0.approvals.insert(approval, content: content) }
    let found = try await store.read { unit in
      (
        try unit.approvals.approval(number: "N1"), try unit.approvals.approval(contentHash: "cN1"),
        try unit.approvals.approval(contentHash: "rN1"), try unit.approvals.content(number: "N1")
      )
    }
    #expect(found.0 == approval && found.1 == approval && found.2 == approval)
    #expect(found.3 == content)
    for other in [Records.approval("N1", "x", "y"), Records.approval("N2")] {
      let clash = other.number == "N2" ? Records.approval("N1") : other
      await #expect(throws: (any Error).self) {
        try await store.write { try $0.approvals.insert(clash, content: content) }
      }
    }
    #expect(try await store.read { try $0.approvals.approval(number: "N2") } == nil)
  }

  @Test(arguments: RegisterKind.allCases)
  func `an output keeps everything it says`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    var output = Records.output(1)
    try await store.write { [output] in try $0.outputs.insert(output) }
    #expect(try await store.read { try $0.outputs.output("O-00000001") } == output)
    output.progress = Records.progress
    let released = output.released()
    try await store.write { try $0.outputs.update(released) }
    let found = try await store.read { unit in
      [
        try unit.outputs.output(requestKey: "k1"), try unit.outputs.output(fileHash: "33"),
        try unit.outputs.output(number: "N1", serial: "S1"),
        try unit.outputs.outputs(number: "N1").first, try unit.outputs.all().first,
        try unit.outputs.unfinished().first,
      ]
    }
    #expect(found == Array(repeating: released, count: 6))
    let void = try released.regenerated(by: "O-00000002")
    await #expect(throws: (any Error).self, "no void original without its replacement") {
      try await store.write { try $0.outputs.update(void) }
    }
    try await store.write { unit in
      try unit.outputs.update(void)
      try unit.outputs.insert(Records.output(2))
    }
    #expect(try await store.read { try $0.outputs.output("O-00000001") } == void)
    let unfinished = try await store.read { try $0.outputs.unfinished() }
    #expect(unfinished.map(\.id) == ["O-00000002"])
  }

  @Test(arguments: RegisterKind.allCases)
  func `a certificate has one live original, whatever callers do (design §5)`(_ kind: RegisterKind)
    async throws
  {
    let store = try await kind.filled(scratch)
    try await store.write { try $0.outputs.insert(Records.output(1)) }
    for second in [
      Records.output(2), Records.output(2, of: "N2", serial: "S1"),
      Records.output(2, of: "N2", key: "k1"), Records.output(1, of: "N2", serial: "S9", key: "k9"),
      Records.output(2, of: "unapproved"),
    ] {
      await #expect(throws: (any Error).self) {
        try await store.write { try $0.outputs.insert(second) }
      }
    }
    try await store.write { unit in
      try unit.outputs.update(Records.output(1).regenerated(by: "O-00000002"))
      try unit.outputs.insert(Records.output(2))
    }
    let second = try Records.output(2).regenerated(by: "O-00000003")
    try await store.write { unit in
      try unit.outputs.update(second)
      try unit.outputs.insert(Records.output(3))
    }
    for old in [Records.output(1), Records.output(2)] {
      await #expect(throws: (any Error).self, "what is void stays void") {
        try await store.write { try $0.outputs.update(old) }
      }
    }
    #expect(try await store.read { try $0.outputs.count() } == 3)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a finished file is kept once`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    let id = Output.id(1)
    try await store.write { try $0.outputs.insert(Records.output(1)) }
    #expect(try await store.read { try $0.outputs.file(of: id) } == nil)
    try await store.write { try $0.outputs.keep(Data([1, 2, 3]), for: id) }
    #expect(try await store.read { try $0.outputs.file(of: id) } == Data([1, 2, 3]))
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.outputs.keep(Data([4]), for: id) }
    }
  }

  @Test(arguments: RegisterKind.allCases)
  func `people are kept by id`(_ kind: RegisterKind) async throws {
    let store = try kind.empty(scratch)
    try await store.write { unit in
      try unit.operators.insert(Records.person("wang"))
      try unit.operators.insert(Records.person("li"))
    }
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.operators.insert(Records.person("li")) }
    }
    var disabled = Records.person("li")
    disabled.isActive = false
    try await store.write { [disabled] in try $0.operators.update(disabled) }
    #expect(try await store.read { try $0.operators.all() } == [disabled, Records.person("wang")])
    #expect(try await store.read { try $0.operators.person("nobody") } == nil)
  }
}
