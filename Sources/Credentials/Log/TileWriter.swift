/// Makes all tiles of a log from what it publishes, and refuses to rewrite what was published.
package struct TileWriter {
  private let store: TileStore

  /// A writer into a store.
  package init(store: TileStore) { self.store = store }

  /// Writes the tiles of the entries.
  ///
  /// Tiles that are there already stay as they are.
  ///
  /// - Parameter published: what the log publishes of each entry, all from the first on.
  /// - Returns: the root over them.
  /// - Throws: ``CredentialError`` when a tile that is there says something else, and what the store
  ///   throws.
  package func write(_ published: [[UInt8]]) throws -> MerkleTree.Hash {
    var row = published.map { MerkleTree.leaf($0) }
    let leaves = row
    for tile in Tile.all(size: published.count) {
      if tile.index == 0, tile.level > 0 { row = Self.parents(row) }
      let range = tile.index * Tile.fullWidth..<tile.index * Tile.fullWidth + tile.width
      try put(Array(row[range].joined()), tile.path)
      if tile.level == 0 { try put(Tile.bundle(published[range]), tile.entriesPath) }
    }
    return Self.root(leaves)
  }

  /// The root over leaf hashes.
  static func root(_ leaves: [MerkleTree.Hash]) -> MerkleTree.Hash {
    MerkleTree.root(of: 0..<leaves.count) { level, index in
      let range = index << level..<(index + 1) << level
      return range.count == 1
        ? leaves[index]
        : MerkleTree.node(
          root(Array(leaves[range].prefix(range.count / 2))),
          root(Array(leaves[range].suffix(range.count / 2))))
    }
  }

  /// The hashes of the level of tiles above: one for each full tile.
  private static func parents(_ row: [MerkleTree.Hash]) -> [MerkleTree.Hash] {
    (0..<row.count / Tile.fullWidth).map { index in
      root(Array(row[index * Tile.fullWidth..<(index + 1) * Tile.fullWidth]))
    }
  }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    if let known = try store.read(path) {
      guard known == bytes else { throw CredentialError(.treeDiffers, path) }
    } else {
      try store.write(path, bytes)
    }
  }
}
