/// Writes the tiles of a log as it grows, and refuses to rewrite what was published.
///
/// Tiles that are there already stay as they are.
package struct TileWriter {
  private let store: TileStore
  private var edge: TreeEdge
  /// What is published of the entries in the last tile while it is not full.
  private var published: [[UInt8]]

  /// A writer of a log from its first entry on.
  package init(store: TileStore) { self.init(store: store, continuing: TreeEdge(), []) }

  /// A writer that goes on where a tree ends.
  ///
  /// - Parameters:
  ///   - store: where the tiles are.
  ///   - edge: the tree's right edge.
  ///   - published: what the log has published of the entries in the last tile while it is not full.
  package init(store: TileStore, continuing edge: TreeEdge, _ published: [[UInt8]]) {
    precondition(edge.size % Tile.fullWidth == published.count, "the entries of the last tile")
    self.store = store
    self.edge = edge
    self.published = published
  }

  /// Adds an entry, and writes the tiles that are full with it.
  ///
  /// - Parameter entry: what the log publishes of it.
  /// - Throws: ``CredentialError`` when a tile that is there says something else, and what the store
  ///   throws.
  package mutating func append(_ entry: [UInt8]) throws {
    published.append(entry)
    for row in edge.append(MerkleTree.leaf(entry)) { try put(row) }
    if published.count == Tile.fullWidth { published = [] }
  }

  /// Writes the tiles that are not full.
  ///
  /// - Returns: the tree that the tiles now give.
  /// - Throws: as ``append(_:)``.
  package func finish() throws -> TreeEdge {
    for row in edge.unfilled { try put(row) }
    return edge
  }

  private func put(_ row: TreeEdge.Row) throws {
    try put(Array(row.hashes.joined()), row.tile.path)
    if row.tile.level == 0 { try put(Tile.bundle(published), row.tile.entriesPath) }
  }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    if let known = try store.read(path) {
      guard known == bytes else { throw CredentialError(.treeDiffers, path) }
    } else {
      try store.write(path, bytes)
    }
  }
}
