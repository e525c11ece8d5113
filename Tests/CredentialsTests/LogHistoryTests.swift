import Credentials
import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// Long lives of a log: with crashes anywhere, and with many who publish.
struct LogHistoryTests {
  /// Lets so many bytes be written; then the machine stops, and all that is left is a copy of the
  /// folder as it was in that moment.
  private final class Machine: Sendable {
    let log: String
    let copy: String
    private let room: Mutex<Int?>
    private let failures = Mutex<[any Error]>([])

    /// A machine that never stops when there is no `room`.
    init(log: String, copy: String, room: Int?) {
      self.log = log
      self.copy = copy
      self.room = Mutex(room)
    }

    var hasStopped: Bool { FileManager.default.fileExists(atPath: copy) }

    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
      room.withLock { room in
        guard let left = room else {
          return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        }
        let count = min(left, bytes.count)
        room = left - count
        if count > 0 { return Glibc.write(descriptor, bytes.baseAddress, count) }
        if !hasStopped {
          do {
            try FileManager.default.copyItem(atPath: log, toPath: copy)
          } catch {
            failures.withLock { $0.append(error) }
          }
        }
        errno = EIO
        return -1
      }
    }

    func check() throws { for error in failures.withLock({ $0 }) { throw error } }
  }

  @Test(arguments: 1...6)
  func `a log lives through crashes and is whole`(_ seed: Int) throws {
    var dice = Dice(seed: seed)
    let scratch = try Scratch()
    let signer = NoteSigner(name: "log.example.org", try Samples.ed25519())
    var path = scratch.path("log-0")
    var states: [Checkpoint] = []
    var crashes = 0
    for step in 1...30 {
      let room = dice.once(in: 2) ? dice.number(0...30_000) : nil
      let machine = Machine(log: path, copy: scratch.path("log-\(step)"), room: room)
      let log = LogFolder(path: path) { machine.write($0, $1) }
      let before = try log.journal()
      do {
        let count = dice.pick([1, 1, 2, 3, 40, 255, 256])
        let salt = UInt8(step)
        _ = try log.append(Samples.events(count)) { Array(repeating: salt, count: 32) }
        if dice.once(in: 2) {
          states.append(try Checkpoint(log.publish(by: signer), signedBy: signer.key))
        }
      } catch {
        #expect(machine.hasStopped, "seed \(seed), step \(step): \(error)")
      }
      try machine.check()
      if machine.hasStopped {
        crashes += 1
        path = machine.copy
      }
      let whole = before[..<((before.lastIndex(of: 10) ?? -1) + 1)]
      #expect(try LogFolder(path: path).journal().starts(with: whole), "seed \(seed), step \(step)")
    }
    let log = LogFolder(path: path)
    let last = try Checkpoint(log.publish(by: signer), signedBy: signer.key)
    #expect(try LogAudit(journal: try log.journal(), store: log.tiles).findings(last) == [])
    #expect(try log.publish(by: signer, auditing: true) == log.checkpoint())
    let tree = TileTree(size: last.size, store: log.tiles)
    for older in states {
      let proof = try tree.consistency(from: older.size)
      #expect(
        MerkleTree.isConsistent(
          older: (older.size, older.root), newer: (last.size, last.root), proof: proof))
    }
    #expect(crashes > 0 && !states.isEmpty, "seed \(seed) tries nothing")
  }

  @Test func `many publishers leave the newest checkpoint`() async throws {
    let scratch = try Scratch()
    let path = scratch.path("log")
    let signer = NoteSigner(name: "log.example.org", try Samples.ed25519())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let own = LogFolder(path: path)
          for _ in 0..<25 {
            let salt = { Array(repeating: UInt8(writer), count: 32) }
            let entry = try own.append(Samples.events(1), salt: salt)[0]
            _ = try own.publish(by: signer)
            let proof = try #require(try own.proof(of: entry.index))
            try proof.check(key: signer.key)
          }
        }
      }
      try await group.waitForAll()
    }
    let log = LogFolder(path: path)
    let state = try Checkpoint(#require(try log.checkpoint()), signedBy: signer.key)
    #expect(state.size == 100)
    #expect(try LogAudit(journal: try log.journal(), store: log.tiles).findings(state) == [])
  }
}
