/// A tree of a known size read from tiles: proofs need some tiles only, never the whole log.
package struct TileTree {
  /// How many entries it has.
  package let size: Int
  private let store: TileStore
  private let cache = Cache()

  /// Tiles that were read already; belongs to the one tree.
  private final class Cache {
    var tiles: [Tile: [MerkleTree.Hash]] = [:]
  }

  /// The tree of the first `size` entries of a store.
  package init(size: Int, store: TileStore) {
    self.size = size
    self.store = store
  }

  /// The root hash.
  ///
  /// - Throws: ``CredentialError`` for a tile that is missing or has the wrong length.
  package func root() throws -> MerkleTree.Hash { try MerkleTree.root(of: 0..<size, full: full) }

  /// The proof that an entry is in the tree.
  ///
  /// - Throws: ``CredentialError`` for an index outside of it, or a tile that is missing.
  package func inclusion(of index: Int) throws -> [MerkleTree.Hash] {
    guard (0..<size).contains(index) else { throw CredentialError(.noEntry, "\(index)") }
    return try MerkleTree.inclusion(of: index, in: 0..<size, full: full)
  }

  /// The proof that the tree of the first `older` entries is the start of this one.
  ///
  /// - Throws: ``CredentialError`` for a size beyond this one, or a tile that is missing.
  package func consistency(from older: Int) throws -> [MerkleTree.Hash] {
    guard (0...size).contains(older) else { throw CredentialError(.noEntry, "\(older)") }
    guard older > 0 else { return [] }
    return try MerkleTree.consistency(from: older, in: 0..<size, full: full)
  }

  /// The hash of a leaf.
  ///
  /// - Throws: ``CredentialError`` for a tile that is missing.
  package func leaf(_ index: Int) throws -> MerkleTree.Hash { try full(0, index) }

  /// What the tree needs to grow.
  ///
  /// - Throws: ``CredentialError`` for a tile that is missing or has the wrong length.
  package func edge() throws -> TreeEdge {
    try TreeEdge(size: size) { try tile($0.level, $0.index) }
  }

  /// The hash of `2^level` leaves from the tile that reaches up to it.
  private func full(_ level: Int, _ index: Int) throws -> MerkleTree.Hash {
    let tileLevel = level / Tile.height
    let inner = level % Tile.height
    let first = index << inner
    let hashes = try tile(tileLevel, first / Tile.fullWidth)
    let start = first % Tile.fullWidth
    guard start + (1 << inner) <= hashes.count else { throw CredentialError(.badTile) }
    let range = 0..<(1 << inner)
    return MerkleTree.root(of: range) { height, place in
      MerkleTree.fold(hashes[(start + place << height)..<(start + (place + 1) << height)])
    }
  }

  private func tile(_ level: Int, _ index: Int) throws -> [MerkleTree.Hash] {
    let count = size >> (level * Tile.height)
    let width = min(Tile.fullWidth, count - index * Tile.fullWidth)
    guard width > 0 else { throw CredentialError(.badTile) }
    let tile = Tile(level: level, index: index, width: width)
    if let known = cache.tiles[tile] { return known }
    // A full tile may stand where a partial one was asked for.
    let bytes =
      try store.read(tile.path)
      ?? store.read(Tile(level: level, index: index).path).map { Array($0.prefix(width * 32)) }
    guard let hashes = bytes.flatMap(tile.hashes) else {
      throw CredentialError(.badTile, tile.path)
    }
    cache.tiles[tile] = hashes
    return hashes
  }
}
