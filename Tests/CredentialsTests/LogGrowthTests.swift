import Credentials
import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// Publishing extends what was published: the same bytes as from the beginning, and nothing over a
/// changed history.
struct LogGrowthTests {
  private let scratch: Scratch
  private let log: LogFolder
  private let signer: NoteSigner

  init() throws {
    scratch = try Scratch()
    log = LogFolder(path: scratch.path("log"))
    signer = NoteSigner(name: "log.example.org", try Samples.ed25519())
  }

  private func fill(_ count: Int, _ log: LogFolder) throws -> Checkpoint {
    _ = try log.append(Samples.events(count)) { Array(repeating: UInt8(count % 251), count: 32) }
    return try Checkpoint(try log.publish(by: signer), signedBy: signer.key)
  }

  /// Everything below a log's folder that it publishes as tiles.
  private func tiles(_ log: LogFolder) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: log.path + "/tile") {
      let path = "\(log.path)/tile/\(name)"
      var isFolder = ObjCBool(false)
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder.boolValue {
        files["tile/" + name] = Array(try Data(contentsOf: .init(filePath: path)))
      }
    }
    return files
  }

  private func edit(_ name: String, _ change: (inout [UInt8]) throws -> Void) throws {
    var bytes = Array(try scratch.read("log/\(name)"))
    try change(&bytes)
    _ = try scratch.write(Data(bytes), "log/\(name)")
  }

  /// Changes one letter of an entry's certificate number.
  private func edit(entry index: Int) throws {
    try edit("journal") { bytes in
      var lines = bytes.split(separator: 10).map(Array.init)
      let digit = try #require(lines[index].lastIndex(of: UInt8(ascii: "S")))
      lines[index][digit] = UInt8(ascii: "T")
      bytes = lines.flatMap { $0 + [10] }
    }
  }

  // MARK: The same bytes

  @Test func `tiles around their borders are those of the full writer`() throws {
    let reference = MerkleTests.Memory()
    for size in [1, 2, 255, 256, 257, 258, 511, 512, 513, 770, 1024, 1300] {
      let state = try fill(size - (try log.entries().count), log)
      let published = try log.entries().map(\.published)
      try FullTileWriter(store: reference.store).write(published)
      #expect(state.size == size)
      #expect(state.root == FullTileWriter.root(published.map { MerkleTree.leaf($0) }[...]))
      #expect(try tiles(log) == reference.files.withLock { $0 }, "size \(size)")
    }
  }

  @Test func `tiles of three levels grow from the edge that was published`() throws {
    let reference = MerkleTests.Memory()
    let memory = MerkleTests.Memory()
    let entries = (0..<65_537).map { Array("\($0)".utf8) }
    var size = 0
    for next in [65_535, 65_536, 65_537] {
      let edge = try TileTree(size: size, store: memory.store).edge()
      let unfilled = Array(entries[size / 256 * 256..<size])
      var writer = TileWriter(store: memory.store, continuing: edge, unfilled)
      for entry in entries[size..<next] { try writer.append(entry) }
      let root = try writer.finish().root
      try FullTileWriter(store: reference.store).write(Array(entries[..<next]))
      #expect(try TileTree(size: next, store: reference.store).root() == root)
      let same = memory.files.withLock { ours in reference.files.withLock { $0 == ours } }
      #expect(same, "size \(next)")
      size = next
    }
  }

  @Test func `an audit writes the same as a release`() throws {
    for (size, more) in [(300, 10), (256, 256), (10, 0), (0, 3)] {
      let other = LogFolder(path: scratch.path("other-\(size)"))
      let own = LogFolder(path: scratch.path("own-\(size)"))
      for log in [own, other] {
        _ = try fill(size, log)
        _ = try log.append(Samples.events(more)) { Array(repeating: 3, count: 32) }
      }
      let released = try own.publish(by: signer)
      #expect(try other.publish(by: signer, auditing: true) == released)
      if size + more > 0 { #expect(try tiles(own) == tiles(other)) }
    }
  }

  // MARK: A changed history

  @Test func `a release signs nothing over a change that it touches`() throws {
    _ = try fill(600, log)
    let before = try log.checkpoint()
    _ = try log.append(Samples.events(1)) { Array(repeating: 1, count: 32) }
    let journal = try log.journal()
    for index in [512, 570, 599] {
      try edit(entry: index)
      #expect(throws: CredentialError.self, "entry \(index)") { try log.publish(by: signer) }
      _ = try scratch.write(Data(journal), "log/journal")
    }
    for tile in ["tile/0/002.p/88", "tile/1/000.p/2"] {
      try edit(tile) { $0[40] ^= 1 }
      #expect(throws: CredentialError.self, "\(tile)") { try log.publish(by: signer) }
      try edit(tile) { $0[40] ^= 1 }
    }
    #expect(try log.checkpoint() == before)
    _ = try log.publish(by: signer)
    #expect(try log.checkpoint() != before)
  }

  @Test func `at a tile's border the last published tile is compared`() throws {
    _ = try fill(512, log)
    try edit(entry: 300)
    _ = try log.append(Samples.events(1)) { Array(repeating: 1, count: 32) }
    #expect(throws: CredentialError.self) { try log.publish(by: signer) }
  }

  @Test func `an audit signs nothing over any change, and a release does not hide it`() throws {
    _ = try fill(600, log)
    try edit(entry: 17)
    let state = try fill(1, log)
    #expect(
      try LogAudit(journal: try log.journal(), store: log.tiles).findings(state) == [.altered(17)])
    let before = try log.checkpoint()
    let tiles = try tiles(log)
    #expect { try log.publish(by: signer, auditing: true) } throws: {
      ($0 as? CredentialError)?.code == .treeDiffers
    }
    #expect(try log.checkpoint() == before)
    #expect(try self.tiles(log) == tiles)
  }

  @Test func `a shorter journal is not signed`() throws {
    _ = try fill(600, log)
    let lines = try log.journal().split(separator: 10)
    for count in [0, 500, 599] {
      _ = try scratch.write(Data(lines.prefix(count).flatMap { $0 + [10] }), "log/journal")
      for isAudit in [false, true] {
        #expect {
          try log.publish(by: signer, auditing: isAudit)
        } throws: {
          ($0 as? CredentialError)?.code == .treeDiffers
        }
      }
    }
  }

  @Test func `a missing tile stops a release, and an audit makes it anew`() throws {
    let state = try fill(600, log)
    let whole = try tiles(log)
    for name in ["tile/0/002.p/88", "tile/0/001", "tile/1/000.p/2", "tile/entries/000"] {
      try FileManager.default.removeItem(atPath: scratch.path("log/\(name)"))
    }
    #expect { try log.publish(by: signer) } throws: {
      ($0 as? CredentialError)?.code == .badTile
    }
    let note = try log.publish(by: signer, auditing: true)
    #expect(try Checkpoint(note, signedBy: signer.key) == state)
    #expect(try tiles(log) == whole)
  }

  // MARK: Cost

  @Test func `a release reads little of a long log`() throws {
    let count = Mutex(0)
    let counting = LogFolder(
      path: log.path,
      read: { descriptor, bytes, offset in
        let taken = pread(descriptor, bytes.baseAddress, bytes.count, offset)
        count.withLock { $0 += max(0, taken) }
        return taken
      })
    func cost<Answer>(_ act: () throws -> Answer) rethrows -> (bytes: Int, answer: Answer) {
      count.withLock { $0 = 0 }
      let answer = try act()
      return (count.withLock { $0 }, answer)
    }
    _ = try fill(20_000, log)
    #expect(try log.journal().count > 3 << 20)
    let event = LogEvent(.release, at: 1_780_020_000, ["serial": "new"])
    let release = try cost {
      _ = try counting.append([event]) { Array(repeating: 1, count: 32) }
      return try counting.publish(by: signer)
    }
    #expect(release.bytes < 1 << 18 && release.answer.text.contains("\n20001\n"))
    for index in [777, 20_000] {
      let proof = try cost { try counting.proof(of: index) }
      #expect(proof.bytes < 1 << 16 && proof.answer?.entry.index == index)
    }
    func search(_ serial: String) -> LogSearch {
      LogSearch(.release, where: "serial", is: serial, since: .time(1_780_019_900))
    }
    let known = try cost { try counting.last(search("new")) }
    #expect(known.bytes < 1 << 14 && known.answer?.index == 20_000)
    let older = try cost { try counting.last(search("S19800")) }
    #expect(older.bytes > 1 << 14 && older.bytes < 1 << 17 && older.answer == nil)
  }
}
