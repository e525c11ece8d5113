import Certificates
import Foundation
import PrintDesk
import Store
import Support
import Testing

/// The stream of events tells every change of the desk, in order, once, in memory and in SQLite.
@Suite struct EventContractTests {
  private static let li = Act(by: "li", at: 1_790_000_000)
  private static let burn = Burn(
    job: "j", printer: "counter", tray: "tray-2", document: "abcd", act: li)

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private struct Stop: Error {}

  private func ready(_ kind: RegisterKind) async throws -> any RegisterStore {
    let store = try await kind.filled(scratch)
    try await store.write { try $0.outputs.insert(Records.paper(1, of: "N1")) }
    return store
  }

  private func change(
    _ store: any RegisterStore, _ step: @escaping @Sendable (PrintRun) throws -> PrintRun
  ) async throws {
    try await store.write { unit in
      let run = try #require(try unit.desk.run(Output.id(1)))
      try unit.desk.keep(try step(run), by: Self.li)
    }
  }

  private func told(_ store: any RegisterStore, after: Int = 0) async throws -> [String] {
    try await store.read { try $0.events.events(after: after, limit: 100) }.map { event in
      let change = event.change
      return "\(event.ordinal) \(change.id) \(change.previous ?? "-") \(change.state)"
    }
  }

  @Test(arguments: RegisterKind.allCases)
  func `each step is told once, in its order`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    try await change(store) { try $0.planned([[.front]], on: .blank) }
    try await change(store) { try $0.burning(1, as: Self.burn) }
    // Nothing that is told changes.
    try await change(store) { $0 }
    try await change(store) { try $0.sending(1) }
    #expect(
      try await told(store) == [
        "1 O-00000001 - released", "2 O-00000001/1 - expected", "3 O-00000001/1/1 - planned",
        "4 O-00000001 released printing", "5 O-00000001/1 expected bound",
        "6 O-00000001/1/1 planned burned", "7 O-00000001/1/1 burned sending",
      ])
    #expect(try await told(store, after: 6) == ["7 O-00000001/1/1 burned sending"])
    let burned = try await store.read { try $0.events.events(after: 5, limit: 1) }
    let details = try #require(burned.first).change.details
    #expect(details["document"] == "abcd" && details["printer"] == "counter")
    #expect(details["job"] == "j" && details["by"] == "li")
    #expect(try await store.read { try EventFollower($0).differences(from: $0) } == [])
  }

  @Test(arguments: RegisterKind.allCases)
  func `what was undone is not told, and leaves no gap`(_ kind: RegisterKind) async throws {
    let store = try await ready(kind)
    await #expect(throws: Stop.self) {
      try await store.write { unit in
        let run = try #require(try unit.desk.run(Output.id(1)))
        try unit.desk.keep(try run.planned([[.front]], on: .blank), by: Self.li)
        throw Stop()
      }
    }
    try await change(store) { try $0.planned([[.duplex]], on: .blank) }
    #expect(
      try await told(store, after: 1) == [
        "2 O-00000001/1 - expected", "3 O-00000001/1/1 - planned",
      ])
  }

  @Test(arguments: RegisterKind.allCases)
  func `numbered stock tells its number and where it lies`(_ kind: RegisterKind) async throws {
    let store = try await kind.filled(scratch)
    let tray = Tray(printer: "counter", name: "tray-2")
    try await store.write { unit in
      let range = try StockRange(series: "L", first: "0001", last: "0002")
      try unit.stockroom.receive(range, by: Self.li)
      try unit.stockroom.each(of: range) { sheet in
        try sheet.stored(by: Self.li).loaded(into: tray, by: Self.li)
      }
    }
    let last = try await store.read { try $0.events.events(after: 3, limit: 1) }
    let change = try #require(last.first).change
    #expect(change.id == "L 0002" && change.state == "loaded" && change.previous == "received")
    #expect(change.details["printer"] == "counter" && change.details["tray"] == "tray-2")
  }

  @Test func `the table refuses to forget or to change an event`() async throws {
    let store = try await ready(.sqlite)
    let path = scratch.path("register")
    for statement in ["DELETE FROM event", "UPDATE event SET state = 'void'"] {
      #expect(try Program.run("sqlite3", [path, statement]).status != 0, "\(statement)")
    }
    #expect(try await told(store) == ["1 O-00000001 - released"])
  }
}
