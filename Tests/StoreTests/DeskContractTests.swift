import Certificates
import Diagnostics
import Foundation
import PrintDesk
import Store
import Support
import Testing

/// What every register does with sheets, passes and stock, in memory and in SQLite (design §5).
@Suite struct DeskContractTests {
  private static let li = Act(by: "li", at: 1_790_000_000)
  private static let tray = Tray(printer: "counter", name: "tray-2")
  private static let paper = Paper.numbered(series: "L")

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static func number(_ text: String) -> StockNumber {
    StockNumber(series: "L", text: text)
  }

  private static func burn(_ job: String) -> Burn {
    Burn(job: job, printer: "counter", tray: "tray-2", document: "h", act: li)
  }

  private static func successor(_ ordinal: Int) -> Successor {
    Successor(
      id: Output.id(ordinal), kind: .original, serial: "S\(ordinal)", requestKey: "k\(ordinal)",
      moment: li.at, day: Records.day, device: "d", seals: [:])
  }

  /// A register with loaded stock 0001 to 0003 and a released output on paper for each certificate.
  private func ready(_ kind: RegisterKind) async throws -> any RegisterStore {
    let store = try await kind.filled(scratch)
    try await store.write { unit in
      let range = try StockRange(series: "L", first: "0001", last: "0003")
      try unit.stockroom.receive(range, by: Self.li)
      try unit.stockroom.each(of: range) { sheet in
        try sheet.stored(by: Self.li).loaded(into: Self.tray, by: Self.li)
      }
      for (ordinal, number) in [(1, "N1"), (2, "N2")] {
        try unit.outputs.insert(Records.paper(ordinal, of: number))
        let run = try PrintRun(Records.paper(ordinal, of: number))
          .planned([[.front]], on: Self.paper)
        try unit.desk.keep(run, by: Self.li)
      }
    }
    return store
  }

  private func run(_ ordinal: Int, in store: any RegisterStore) async throws -> PrintRun {
    try #require(try await store.read { try $0.desk.run(Output.id(ordinal)) })
  }

  private func stock(_ text: String, in store: any RegisterStore) async throws -> StockSheet? {
    try await store.read { try $0.stock.sheet(Self.number(text)) }
  }

  private func keep(_ run: PrintRun, in store: any RegisterStore) async throws {
    try await store.write { try $0.desk.keep(run, by: Self.li) }
  }

  private func refuses(_ run: PrintRun, in store: any RegisterStore) async {
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.desk.keep(run, by: Self.li) }
    }
  }

  @Test(arguments: RegisterKind.allCases)
  func `a run keeps everything it says, and its stock follows`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    var run = try await run(1, in: store).binding(Self.number("0001"), to: 1)
    for step in [
      { $0 }, { try $0.burning(1, as: Self.burn("a")) }, { try $0.sending(1) },
      { try $0.sent(1, job: 17) }, { try $0.learning(.silent, of: 1) },
      { try $0.good(1, .typed("0001"), by: Self.li) },
    ] as [(PrintRun) throws -> PrintRun] {
      run = try step(run)
      try await keep(run, in: store)
      #expect(try await self.run(1, in: store) == run)
    }
    #expect(run.output.state == .issued)
    let used = try await stock("0001", in: store)
    #expect(used?.state == .used && used?.sheet == "O-00000001/1" && used?.tray == Self.tray)
    #expect(try await store.read { try $0.desk.run(job: "a") } == run)
    #expect(try await store.read { try $0.desk.run(job: "b") } == nil)
  }

  @Test(arguments: RegisterKind.allCases)
  func `two sheets have two stock numbers, and two passes two jobs`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    let one = try await run(1, in: store).binding(Self.number("0001"), to: 1)
    let two = try await run(2, in: store)
    try await keep(one, in: store)
    try await keep(try one.burning(1, as: Self.burn("a")), in: store)
    await refuses(try two.binding(Self.number("0001"), to: 1), in: store)
    await refuses(try two.binding(Self.number("0009"), to: 1), in: store)
    let bound = try two.binding(Self.number("0002"), to: 1)
    try await keep(bound, in: store)
    await refuses(try bound.burning(1, as: Self.burn("a")), in: store)
    #expect(try await run(2, in: store) == bound)
    let next = try await store.read { try $0.stockroom.next(of: Self.tray) }
    #expect(next == Self.number("0003"))
  }

  @Test(arguments: RegisterKind.allCases)
  func `a stale run never unburns or sends again what another operator's step burned`(
    _ kind: RegisterKind
  ) async throws {
    let store = try await ready(kind)
    let bound = try await run(1, in: store).binding(Self.number("0001"), to: 1)
    let burned = try bound.burning(1, as: Self.burn("a"))
    let sending = try burned.sending(1)
    try await keep(burned, in: store)
    await refuses(bound, in: store)
    await refuses(try bound.burning(1, as: Self.burn("b")), in: store)
    await refuses(try bound.failing(1, because: "x"), in: store)
    try await keep(sending, in: store)
    await refuses(burned, in: store)
    let uncertain = sending.restarted
    try await keep(uncertain, in: store)
    await refuses(sending, in: store)
    await refuses(try sending.sent(1, job: 1), in: store)
    #expect(try await run(1, in: store) == uncertain)
  }

  @Test(arguments: RegisterKind.allCases)
  func `no number is bound beneath another output's paper that is not printed yet`(
    _ kind: RegisterKind
  ) async throws {
    let store = try await ready(kind)
    let one = try await run(1, in: store).binding(Self.number("0001"), to: 1)
    let two = try await run(2, in: store).binding(Self.number("0002"), to: 1)
    let failed = try one.failing(1, because: "unreachable")
    try await keep(failed, in: store)
    let refusal = await #expect(throws: Refusal.self) {
      try await store.write { try $0.desk.keep(two, by: Self.li) }
    }
    #expect(refusal?.diagnostics.first?.message.key == "stock.other-bound")
    try await keep(try failed.withdrawn(by: Self.li), in: store)
    #expect(try await stock("0001", in: store)?.state == .loaded)
    let first = try await run(2, in: store).binding(Self.number("0001"), to: 1)
    try await keep(first, in: store)
    let burned = try first.burning(1, as: Self.burn("a"))
    try await keep(burned, in: store)
    let bound = try await store.read { try $0.stock.bound(in: Self.tray).map(\.number.text) }
    #expect(bound == ["0001"])
  }

  @Test(arguments: RegisterKind.allCases)
  func `a release that was overtaken by the printing makes nothing unprinted`(
    _ kind: RegisterKind
  ) async throws {
    let store = try await ready(kind)
    let before = try await run(1, in: store)
    let burned = try before.binding(Self.number("0001"), to: 1).burning(1, as: Self.burn("a"))
    try await keep(burned, in: store)
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.outputs.update(before.output) }
    }
    #expect(try await run(1, in: store) == burned)
  }

  private func doubtful(in store: any RegisterStore) async throws -> [String] {
    try await store.read { try $0.desk.doubtful(at: "counter").map(\.output.id) }
  }

  @Test(arguments: RegisterKind.allCases)
  func `a restart finds every burned pass without its report`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    let one = try await run(1, in: store).binding(Self.number("0001"), to: 1)
    let two = try await run(2, in: store).binding(Self.number("0002"), to: 1)
    try await keep(try one.burning(1, as: Self.burn("a")), in: store)
    let silent = try two.burning(1, as: Self.burn("b")).sending(1).sent(1, job: nil)
      .learning(.silent, of: 1)
    try await keep(silent, in: store)
    let changed = try await store.write { try $0.desk.restart(by: Self.li) }
    #expect(changed.map(\.output.id) == [Output.id(1)])
    #expect(try await run(1, in: store).output.state == .uncertain)
    #expect(try await store.write { try $0.desk.restart(by: Self.li) }.isEmpty)
    #expect(try await doubtful(in: store) == [Output.id(1), Output.id(2)])
    try await keep(try silent.good(1, .typed("0002"), by: Self.li), in: store)
    #expect(try await doubtful(in: store) == [Output.id(1)], "it was looked at")
    #expect(try await store.read { try $0.desk.doubtful(at: "other") }.isEmpty)
  }

  @Test(arguments: RegisterKind.allCases)
  func `a void original and its replacement are kept together or not at all`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    let burned = try await run(1, in: store).binding(Self.number("0001"), to: 1)
      .burning(1, as: Self.burn("a"))
    let uncertain = burned.restarted
    try await keep(burned, in: store)
    try await keep(uncertain, in: store)
    let replacement = try uncertain.replacing(
      1, .spoiled(.jam), by: Self.li, with: Self.successor(3))
    await refuses(replacement.void, in: store)
    #expect(try await run(1, in: store) == uncertain)
    #expect(try await stock("0001", in: store)?.state == .bound)
    try await store.write { try $0.desk.keep(replacement, by: Self.li) }
    #expect(try await run(1, in: store) == replacement.void)
    #expect(try await run(3, in: store).output == replacement.successor)
    let spoiled = try await stock("0001", in: store)
    #expect(spoiled?.state == .spoiled && spoiled?.cause == .jam)
    try await store.write { unit in
      try unit.stockroom.change(Self.number("0001")) {
        try $0.destroyed(by: Self.li, witness: "wang")
      }
    }
    #expect(try await stock("0001", in: store)?.witness == "wang")
  }

  @Test(arguments: RegisterKind.allCases)
  func `stock of an output that ended unprinted is free for the next one`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    let bound = try await run(1, in: store).binding(Self.number("0001"), to: 1)
    try await keep(bound, in: store)
    let withdrawn = try bound.withdrawn(by: Self.li)
    try await keep(withdrawn, in: store)
    #expect(try await run(1, in: store) == withdrawn)
    #expect(try await stock("0001", in: store)?.state == .loaded)
    try await keep(try await run(2, in: store).binding(Self.number("0001"), to: 1), in: store)
    #expect(try await stock("0001", in: store)?.sheet == "O-00000002/1")
  }

  @Test(arguments: RegisterKind.allCases)
  func `a duplicate repeats serial and, once spoiled, ordinal; never two live ones (S5-23)`(
    _ kind: RegisterKind
  ) async throws {
    let store = try await ready(kind)
    @Sendable func duplicate(_ ordinal: Int, _ copy: Int, _ kind: Output.Kind = .duplicate)
      -> Output
    {
      Records.paper(ordinal, of: "N1", serial: "S1", kind, copy: copy)
    }
    try await store.write { try $0.outputs.insert(duplicate(3, 1)) }
    await #expect(throws: (any Error).self) {
      try await store.write { try $0.outputs.insert(duplicate(4, 1)) }
    }
    try await store.write { try $0.outputs.insert(duplicate(4, 2)) }
    try await store.write { try $0.outputs.insert(duplicate(5, 1, .copy)) }
    let spoiled = try PrintRun(duplicate(3, 1)).planned([[.front]], on: .blank)
      .burning(1, as: Self.burn("d")).restarted.spoiling(1, .spoiled(.jam), by: Self.li)
    try await keep(spoiled, in: store)
    try await store.write { try $0.outputs.insert(duplicate(6, 1)) }
    let found = try await store.read { try $0.outputs.output(number: "N1", serial: "S1") }
    #expect(found?.id == Output.id(1), "the serial is the original's")
    #expect(try await run(3, in: store) == spoiled)
  }

  @Test(arguments: RegisterKind.allCases)
  func `ranges never overlap, and nothing of an overlapping one is kept`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    let range = try StockRange(series: "L", first: "0003", last: "0005")
    await #expect(throws: Refusal.self) {
      try await store.write { try $0.stockroom.receive(range, by: Self.li) }
    }
    await #expect(throws: (any Error).self) {
      try await store.write { unit in
        try unit.stock.insert(range.numbers.reversed().map { StockSheet($0, received: Self.li) })
      }
    }
    #expect(try await store.read { try $0.stock.sheets(series: nil) }.count == 3)
    let other = try StockRange(series: "M", first: "0003", last: "0003")
    try await store.write { try $0.stockroom.receive(other, by: Self.li) }
    #expect(
      try await store.read { try $0.stock.sheets(series: "M") }.map(\.number.text) == ["0003"])
  }

  @Test(arguments: RegisterKind.allCases)
  func `the next number of a tray is checked against what lies on top`(_ kind: RegisterKind)
    async throws
  {
    let store = try await ready(kind)
    func next(_ typed: String?, _ tray: Tray) async throws -> StockNumber {
      try await store.read { try $0.stockroom.next(of: tray, typed: typed) }
    }
    #expect(try await next("0001", Self.tray) == Self.number("0001"))
    await #expect(throws: Refusal.self) { try await next("0002", Self.tray) }
    await #expect(throws: Refusal.self) {
      try await next(nil, Tray(printer: "counter", name: "tray-1"))
    }
    let loaded = try await store.read { unit in
      try unit.stock.sheets(series: "L").count { $0.state == .loaded && $0.tray == Self.tray }
    }
    let known = try await store.read { try $0.stock.loadedCount(of: "L", in: Self.tray) }
    let others = try await store.read { try $0.stock.loadedCount(of: "M", in: Self.tray) }
    #expect(known == loaded && known > 1 && others == 0)
    let counted = Set(["0001", "0003"].map(Self.number))
    let count = try await store.read {
      try $0.stockroom.count(series: "L", tray: Self.tray, counted)
    }
    #expect(count.missing == [Self.number("0002")] && count.unknown.isEmpty)
    let drawer = try await store.read { try $0.stockroom.count(series: "L", drawer: counted) }
    #expect(drawer.misplaced.map(\.number.text) == ["0001", "0003"] && drawer.missing.isEmpty)
  }
}
