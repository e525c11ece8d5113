import Credentials

/// Makes all tiles of a log from all that it publishes, level by level: the reference for the writer
/// that only extends them.
struct FullTileWriter {
  let store: TileStore

  /// Writes the tiles that are not there yet.
  func write(_ published: [[UInt8]]) throws {
    var row = published.map { MerkleTree.leaf($0) }
    for tile in Tile.all(size: published.count) {
      if tile.index == 0, tile.level > 0 { row = Self.parents(row) }
      let range = tile.index * Tile.fullWidth..<tile.index * Tile.fullWidth + tile.width
      try put(Array(row[range].joined()), tile.path)
      if tile.level == 0 { try put(Tile.bundle(published[range]), tile.entriesPath) }
    }
  }

  /// The hashes of the level of tiles above: one for each full tile.
  private static func parents(_ row: [MerkleTree.Hash]) -> [MerkleTree.Hash] {
    (0..<row.count / Tile.fullWidth).map { index in
      root(row[index * Tile.fullWidth..<(index + 1) * Tile.fullWidth])
    }
  }

  /// The root over leaf hashes (RFC 9162, section 2.1.1, word by word).
  static func root(_ leaves: ArraySlice<MerkleTree.Hash>) -> MerkleTree.Hash {
    if leaves.isEmpty { return MerkleTree.empty }
    if leaves.count == 1 { return leaves[leaves.startIndex] }
    var split = 1
    while 2 * split < leaves.count { split *= 2 }
    return MerkleTree.node(root(leaves.prefix(split)), root(leaves.dropFirst(split)))
  }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    if try store.read(path) == nil { try store.write(path, bytes) }
  }
}
