/// The right edge of a tree: the hashes of each level's last tile while it is not full.
///
/// It is all that a tree needs to grow, and gives its root.
package struct TreeEdge: Hashable, Sendable {
  /// Hashes that belong into one tile.
  typealias Row = (tile: Tile, hashes: [MerkleTree.Hash])

  /// How many leaves the tree has.
  package private(set) var size = 0
  private var rows: [[MerkleTree.Hash]] = []

  /// The edge of an empty tree.
  package init() {}

  /// The edge of a tree of these leaves.
  init(_ leaves: some Sequence<MerkleTree.Hash>) {
    for leaf in leaves { _ = append(leaf) }
  }

  /// The edge of a tree of a known size; `row` gives the hashes of a tile that is not full.
  init(size: Int, row: (Tile) throws -> [MerkleTree.Hash]) rethrows {
    self.size = size
    var count = size
    while count > 0 {
      let width = count % Tile.fullWidth
      let tile = (level: rows.count, index: count / Tile.fullWidth)
      rows.append(
        width == 0 ? [] : try row(Tile(level: tile.level, index: tile.index, width: width)))
      count /= Tile.fullWidth
    }
  }

  /// Adds a leaf; answers the tiles that became full with it, lowest first.
  mutating func append(_ leaf: MerkleTree.Hash) -> [Row] {
    var full: [Row] = []
    var (hash, level, index) = (leaf, 0, size / Tile.fullWidth)
    size += 1
    while true {
      if level == rows.count { rows.append([]) }
      rows[level].append(hash)
      guard rows[level].count == Tile.fullWidth else { return full }
      full.append((Tile(level: level, index: index), rows[level]))
      hash = MerkleTree.fold(rows[level][...])
      rows[level] = []
      level += 1
      index /= Tile.fullWidth
    }
  }

  /// The tiles that are not full, lowest first.
  var unfilled: [Row] {
    rows.enumerated().filter { !$1.isEmpty }.map { level, row in
      let index = size >> (level * Tile.height) / Tile.fullWidth
      return (Tile(level: level, index: index, width: row.count), row)
    }
  }

  /// The root over all leaves.
  package var root: MerkleTree.Hash {
    MerkleTree.root(of: 0..<size) { level, index in
      let inner = level % Tile.height
      let start = index << inner % Tile.fullWidth
      return MerkleTree.fold(rows[level / Tile.height][start..<start + 1 << inner])
    }
  }
}
