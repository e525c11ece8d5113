import Credentials
import Foundation
import Support
import Testing

/// The journal is read where it is needed only, and finds what reading all of it would find.
struct JournalTests {
  private let scratch: Scratch
  private let log: LogFolder

  init() throws {
    scratch = try Scratch()
    log = LogFolder(path: scratch.path("log"))
  }

  /// Appends entries whose lines are between a hundred and some thousand bytes long.
  private func fill(_ count: Int, _ dice: inout Dice) throws {
    let events = (0..<count).map { place in
      let length = dice.once(in: 20) ? dice.number(0...20_000) : dice.number(0...300)
      return LogEvent(
        dice.pick([.release, .sealed]), at: 1_780_000_000 + 10 * place,
        ["output": "O-\(dice.number(0...9))", "text": String(repeating: "国\"", count: length / 5)])
    }
    var salts = dice
    _ = try log.append(events) { Samples.bytes(32, &salts) }
  }

  @Test(arguments: 1...6)
  func `each entry is found`(_ seed: Int) throws {
    var dice = Dice(seed: seed)
    try fill(dice.number(1...400), &dice)
    let entries = try log.entries()
    for entry in entries.shuffled(using: &dice).prefix(60) + [entries[0]] + entries.suffix(2) {
      #expect(try log.entry(at: entry.index) == entry)
    }
    for index in [-1, entries.count, entries.count + 7] {
      #expect { try log.entry(at: index) } throws: {
        ($0 as? CredentialError)?.code == .noEntry
      }
    }
  }

  @Test(arguments: 1...4)
  func `a search finds the last that fits, down to its bound`(_ seed: Int) throws {
    var dice = Dice(seed: seed)
    try fill(300, &dice)
    let entries = try log.entries()
    for output in 0...10 {
      let kind: LogEvent.Kind = dice.pick([.release, .sealed])
      let bound = dice.number(250...300)
      func search(_ since: LogSearch.Bound) throws -> LogEntry? {
        try log.last(LogSearch(kind, where: "output", is: "O-\(output)", since: since))
      }
      let fitting = entries.filter {
        $0.event.kind == kind && $0.event.details["output"] == "O-\(output)"
      }
      #expect(try search(.index(0)) == fitting.last)
      #expect(try search(.index(bound)) == fitting.last { $0.index >= bound })
      #expect(
        try search(.time(1_780_000_000 + 10 * bound)) == fitting.last { $0.index >= bound })
    }
  }

  @Test func `a search is not misled by texts that look like the detail`() throws {
    let events = [
      LogEvent(.release, at: 5, ["output": "O-1"]),
      LogEvent(.release, at: 6, ["note": #""output":"O-1""#, "output": "O-2"]),
      LogEvent(.release, at: 7, ["other": "O-1", "output": "O-10"]),
    ]
    _ = try log.append(events) { Array(repeating: 1, count: 32) }
    let search = LogSearch(.release, where: "output", is: "O-1", since: .time(0))
    #expect(try log.last(search)?.index == 0)
    let quoted = LogSearch(.release, where: "note", is: #""output":"O-1""#, since: .time(0))
    #expect(try log.last(quoted)?.index == 1)
  }

  @Test func `a log without a journal has nothing`() throws {
    #expect(try log.entries() == [])
    #expect(try log.last(LogSearch(.release, where: "a", is: "b", since: .index(0))) == nil)
    #expect(throws: CredentialError.self) { try log.entry(at: 0) }
    #expect(try log.proof(of: 0) == nil)
  }

  @Test func `a dropped, doubled or spoiled line is never taken for another`() throws {
    var dice = Dice(seed: 9)
    try fill(200, &dice)
    let entries = try log.entries()
    let lines = entries.map(\.line)
    for place in [0, 1, 60, 100, 150, 198] {
      var dropped = lines
      dropped.remove(at: place)
      var doubled = lines
      doubled.insert(lines[place], at: place)
      var spoiled = lines
      spoiled[place] = [32, 10]
      for (change, changed) in [("dropped", dropped), ("doubled", doubled), ("spoiled", spoiled)] {
        _ = try scratch.write(Data(changed.joined()), "log/journal")
        for index in [0, place - 1, place, place + 1, 130, 199] {
          let found = try? log.entry(at: index)
          #expect(
            found == nil || entries.contains { $0 == found && $0.index == index },
            "\(change) \(place): \(index)")
        }
        #expect(throws: CredentialError.self) { try log.entries() }
      }
    }
  }

  @Test(arguments: [1, 4095, 4096, 4097, 70_000])
  func `a torn end of any length is cut off`(_ length: Int) throws {
    _ = try log.append(Samples.events(3)) { Array(repeating: 2, count: 32) }
    let whole = try log.journal()
    _ = try scratch.write(Data(whole) + Data(repeating: 97, count: length), "log/journal")
    #expect(try log.entries().count == 3)
    #expect(try log.entry(at: 2).index == 2)
    let more = try log.append(Samples.events(1)) { Array(repeating: 1, count: 32) }
    #expect(try log.journal() == whole + more[0].line)
    // Nothing but an unfinished line.
    _ = try scratch.write(Data(repeating: 97, count: length), "log/journal")
    #expect(try log.append(Samples.events(1)) { Array(repeating: 1, count: 32) }[0].index == 0)
  }

  @Test func `nothing is appended after a last line that is no entry`() throws {
    _ = try log.append(Samples.events(3)) { Array(repeating: 2, count: 32) }
    let whole = try log.journal()
    for end in ["\n", "3 ab {}\n", "03 \(String(repeating: "0", count: 64)) {}\n"] {
      _ = try scratch.write(Data(whole) + Data(end.utf8), "log/journal")
      #expect(throws: CredentialError.self) {
        try log.append(Samples.events(1)) { Array(repeating: 1, count: 32) }
      }
      #expect(try log.journal() == whole + Array(end.utf8))
    }
  }
}
