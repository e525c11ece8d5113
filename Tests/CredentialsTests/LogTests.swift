import Credentials
import Foundation
import Glibc
import Notation
import Support
import Synchronization
import Testing

/// The log on disk: whole appends, and an audit that names what was touched (issue 3, point 5).
struct LogTests {
  private let scratch: Scratch
  private let log: LogFolder
  private let signer: NoteSigner

  init() throws {
    scratch = try Scratch()
    log = LogFolder(path: scratch.path("log"))
    signer = NoteSigner(name: "log.example.org", try Samples.ed25519())
  }

  private func fill(_ count: Int) throws -> Checkpoint {
    var dice = Dice(seed: count)
    _ = try log.append(Samples.events(count)) { Samples.bytes(32, &dice) }
    return try Checkpoint(try log.publish(by: signer), signedBy: signer.key)
  }

  private func findings(_ state: Checkpoint) throws -> [LogAudit.Finding] {
    try LogAudit(journal: try log.journal(), store: log.tiles).findings(state)
  }

  private func rewrite(_ change: (inout [UInt8]) throws -> Void) throws {
    var bytes = try log.journal()
    try change(&bytes)
    _ = try scratch.write(Data(bytes), "log/journal")
  }

  @Test func `entries are kept, proven and grow`() throws {
    let first = try fill(300)
    #expect(try findings(first) == [])
    let second = try fill(20)
    #expect(second.size == 320)
    #expect(try findings(second) == [])
    let tree = TileTree(size: 320, store: log.tiles)
    let proof = LogProof(
      entry: try log.entries()[299], checkpoint: try #require(try log.checkpoint()),
      path: try tree.inclusion(of: 299))
    try proof.check(key: signer.key)
    let read = try LogProof(Data(jsonText(proof).utf8), file: nil)
    #expect(read == proof)
    #expect(
      MerkleTree.isConsistent(
        older: (300, first.root), newer: (320, second.root), proof: try tree.consistency(from: 300))
    )
    let other = NoteSigner(name: "log.example.org", try Samples.ed25519(seed: 77))
    #expect(throws: CredentialError.self) { try proof.check(key: other.key) }
  }

  @Test func `a flipped byte of any event is named`() throws {
    let state = try fill(40)
    let original = try log.journal()
    let starts = [0] + original.indices.filter { original[$0] == 10 }.map { $0 + 1 }
    var dice = Dice(seed: 5)
    for index in 0..<40 {
      let place = dice.number(starts[index]...starts[index + 1] - 2)
      try rewrite { $0[place] ^= UInt8(1 << dice.number(0...6)) }
      let found = try findings(state)
      #expect(
        found.contains(.altered(index)) || found.contains(.missing(index)),
        "entry \(index), byte \(place): \(found)")
      #expect(throws: (any Error).self) { try log.publish(by: signer) }
      _ = try scratch.write(Data(original), "log/journal")
    }
    #expect(try findings(state) == [])
  }

  @Test func `a dropped event is named, wherever it was`() throws {
    let state = try fill(12)
    let original = try log.journal()
    for index in 0..<12 {
      var lines = original.split(separator: 10).map(Array.init)
      lines.remove(at: index)
      _ = try scratch.write(Data(lines.flatMap { $0 + [10] }), "log/journal")
      #expect(try findings(state) == [.missing(index)])
      #expect(throws: (any Error).self) { try log.publish(by: signer) }
    }
  }

  @Test func `an altered tile, bundle or root is named`() throws {
    let state = try fill(300)
    for path in ["tile/0/000", "tile/entries/001.p/44"] {
      let bytes = try scratch.read("log/\(path)")
      _ = try scratch.write(Data(bytes.dropLast()) + [bytes[bytes.count - 1] ^ 1], "log/\(path)")
      #expect(!(try findings(state)).isEmpty, "\(path)")
      _ = try scratch.write(bytes, "log/\(path)")
    }
    let other = Checkpoint(origin: state.origin, size: 300, root: MerkleTree.empty)
    #expect(try findings(other) == [.root])
  }

  @Test func `a full disk leaves no half entry`() throws {
    _ = try fill(3)
    let before = try log.journal()
    let room = Mutex(100)
    let full = LogFolder(path: scratch.path("log")) { descriptor, bytes in
      room.withLock { left in
        guard left > 0 else {
          errno = ENOSPC
          return -1
        }
        let count = Glibc.write(descriptor, bytes.baseAddress, min(left, bytes.count))
        left -= count
        return count
      }
    }
    #expect {
      try full.append(Samples.events(2)) { Array(repeating: 1, count: 32) }
    } throws: { error in
      (error as? CredentialError)?.code == .diskFailed
        && "\(error)".contains("No space left")
    }
    #expect(try log.journal() == before)
    #expect(throws: CredentialError.self) { try full.publish(by: signer) }
    #expect(try findings(try fill(1)) == [])
  }

  @Test func `a line that a crash left behind is cut off before the next`() throws {
    _ = try fill(3)
    for length in [1, 40, 90] {
      let line = LogEntry(
        index: 3, salt: Array(repeating: 2, count: 32), event: Samples.events(1)[0]
      ).line
      let whole = try log.journal()
      try rewrite { $0 += line.prefix(length) }
      let entries = try log.append(Samples.events(1)) { Array(repeating: 1, count: 32) }
      #expect(try log.journal() == whole + entries[0].line)
    }
    #expect(try log.entries().map(\.index) == Array(0..<6))
  }

  @Test func `many writers make one log`() async throws {
    let path = log.path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let own = LogFolder(path: path)
          for _ in 0..<25 {
            _ = try? own.append(Samples.events(1)) { Array(repeating: UInt8(writer), count: 32) }
          }
        }
      }
    }
    #expect(try log.entries().count == 100)
  }

  private func jsonText(_ proof: LogProof) -> String {
    String(decoding: JSONWriter.bytes(proof.json), as: UTF8.self)
  }
}
