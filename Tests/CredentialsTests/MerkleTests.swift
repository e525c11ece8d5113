import Credentials
import Crypto
import Foundation
import Support
import Synchronization
import Testing

/// The tree, its tiles and its proofs (RFC 6962, RFC 9162).
struct MerkleTests {
  /// The leaves and roots of the reference test of Certificate Transparency.
  private static let inputs = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]
  private static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  /// A store in memory.
  final class Memory: Sendable {
    let files = Mutex<[String: [UInt8]]>([:])
    var store: TileStore {
      TileStore(
        read: { path in self.files.withLock { $0[path] } },
        write: { path, bytes in self.files.withLock { $0[path] = bytes } })
    }
  }

  private func tree(_ entries: [[UInt8]]) throws -> (TileTree, Memory) {
    let memory = Memory()
    var writer = TileWriter(store: memory.store)
    for entry in entries { try writer.append(entry) }
    let edge = try writer.finish()
    let tree = TileTree(size: entries.count, store: memory.store)
    #expect(try tree.root() == edge.root)
    return (tree, memory)
  }

  @Test func `the roots of the Certificate Transparency reference test`() throws {
    #expect(
      Hex.encode(MerkleTree.empty)
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    for count in 1...8 {
      let entries = try Self.inputs.prefix(count).map { try #require(Hex.decode($0)) }
      #expect(Hex.encode(try tree(entries).0.root()) == Self.roots[count - 1])
    }
  }

  @Test(arguments: [1, 2, 3, 7, 8, 9, 255, 256, 257, 511, 512, 700])
  func `every sampled entry and older tree is proven, and nothing else`(_ size: Int) throws {
    var dice = Dice(seed: size)
    let entries = (0..<size).map { _ in Samples.bytes(32, &dice) }
    let (tree, _) = try tree(entries)
    let root = try tree.root()
    for index in Set([0, size - 1, size / 2] + (0..<20).map { _ in dice.number(0...size - 1) }) {
      let proof = try tree.inclusion(of: index)
      let leaf = MerkleTree.leaf(entries[index])
      func holds(_ leaf: [UInt8], _ index: Int, _ size: Int, _ proof: [[UInt8]]) -> Bool {
        MerkleTree.includes(leaf, at: index, size: size, root: root, proof: proof)
      }
      #expect(holds(leaf, index, size, proof))
      #expect(!holds(MerkleTree.leaf(Samples.bytes(32, &dice)), index, size, proof))
      #expect(!holds(leaf, index, size, proof + [root]))
      if !proof.isEmpty { #expect(!holds(leaf, index, size, proof.dropLast())) }
      if size > 1 { #expect(!holds(leaf, (index + 1) % size, size, proof)) }
    }
    for older in Set([0, 1, size] + (0..<20).map { _ in dice.number(0...size) }) {
      let before = try self.tree(Array(entries.prefix(older))).0
      let proof = try tree.consistency(from: older)
      func holds(_ old: [UInt8], _ proof: [[UInt8]]) throws -> Bool {
        MerkleTree.isConsistent(older: (older, old), newer: (size, root), proof: proof)
      }
      #expect(try holds(try before.root(), proof), "from \(older)")
      #expect(try !holds(Samples.bytes(32, &dice), proof), "from \(older)")
      #expect(try !holds(try before.root(), proof + [root]), "from \(older)")
    }
  }

  @Test func `tiles have the names of C2SP tlog-tiles`() {
    #expect(Tile(level: 0, index: 1_234_067).path == "tile/0/x001/x234/067")
    #expect(Tile(level: 1, index: 0, width: 5).path == "tile/1/000.p/5")
    #expect(Tile(level: 0, index: 273, width: 1).entriesPath == "tile/entries/273.p/1")
    #expect(
      Tile.all(size: 70_000).map(\.path).filter { $0.hasPrefix("tile/1") || $0.hasPrefix("tile/2") }
        == ["tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"])
  }

  @Test func `a tree grows over two levels of tiles`() throws {
    let entries = (0..<66_000).map { Array("\($0)".utf8) }
    let (tree, memory) = try tree(entries)
    let proof = try tree.inclusion(of: 65_537)
    #expect(
      MerkleTree.includes(
        MerkleTree.leaf(entries[65_537]), at: 65_537, size: 66_000, root: try tree.root(),
        proof: proof))
    #expect(memory.files.withLock { $0["tile/2/000.p/1"] } != nil)
  }

  @Test func `what was published is not rewritten`() throws {
    let memory = Memory()
    func write(_ entries: [[UInt8]]) throws {
      var writer = TileWriter(store: memory.store)
      for entry in entries { try writer.append(entry) }
      _ = try writer.finish()
    }
    let entries = (0..<256).map { Array("\($0)".utf8) }
    try write(entries)
    try write(entries + [[1]])
    #expect(throws: CredentialError.self) { try write([[9]] + entries.dropFirst()) }
  }

  @Test func `a bundle of entries is read strictly`() {
    let tile = Tile(level: 0, index: 0, width: 2)
    let bundle = Tile.bundle([[1, 2], []])
    #expect(tile.entries(bundle) == [[1, 2], []])
    for wrong in [bundle.dropLast(1), bundle + [0], bundle + [0, 0], [0], []] as [[UInt8]] {
      #expect(tile.entries(Array(wrong)) == nil)
    }
    #expect(tile.hashes(Array(repeating: 0, count: 63)) == nil)
  }
}
