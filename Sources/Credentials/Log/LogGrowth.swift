/// Brings the tiles of a log up to its journal, and never over a changed history.
struct LogGrowth {
  /// The journal; `nil` when there is none.
  let journal: Journal?
  /// The tiles.
  let store: TileStore
  /// The last signed checkpoint; `nil` when there is none.
  let last: Checkpoint?

  private var published: Int { last?.size ?? 0 }

  /// Extends the tree of the last checkpoint.
  ///
  /// Its right edge must give the signed root, and the journal must have the entries of its last tile
  /// as they were published; what is to the left of them is not read.
  ///
  /// - Returns: the tree that the tiles now give.
  /// - Throws: ``CredentialError`` when the history is not the signed one.
  func extended() throws -> TreeEdge {
    let tree = TileTree(size: published, store: store)
    let edge = try tree.edge()
    guard edge.root == last?.root ?? MerkleTree.empty else { throw differs }
    let first = max(0, published - 1) / Tile.fullWidth * Tile.fullWidth
    var scan = try journal?.scan(from: first)
    let touched = try (first..<published).map { index in
      guard let entry = try scan?.next()?.published else { throw differs }
      guard MerkleTree.leaf(entry) == (try tree.leaf(index)) else {
        throw CredentialError(.treeDiffers, "entry \(index)")
      }
      return entry
    }
    let unfilled = touched.count == Tile.fullWidth ? [] : touched
    return try written(
      after: TileWriter(store: store, continuing: edge, unfilled), from: &scan)
  }

  /// Makes all tiles from the first entry on and compares them with those that are there.
  ///
  /// - Returns: the tree that the tiles now give.
  /// - Throws: ``CredentialError`` when the history is not the signed one.
  func rewritten() throws -> TreeEdge {
    try compareHistory()
    var writer = TileWriter(store: store)
    var scan = journal.map { JournalScan($0) }
    for _ in 0..<published {
      guard let entry = try scan?.next()?.published else { throw differs }
      try writer.append(entry)
    }
    return try written(after: writer, from: &scan)
  }

  /// Compares the journal with the signed root before any tile is written from it.
  private func compareHistory() throws {
    var edge = TreeEdge()
    var scan = journal.map { JournalScan($0) }
    for _ in 0..<published {
      guard let entry = try scan?.next()?.published else { throw differs }
      _ = edge.append(MerkleTree.leaf(entry))
    }
    guard edge.root == last?.root ?? MerkleTree.empty else { throw differs }
  }

  /// Writes the entries that are new, which must be whole.
  private func written(
    after history: TileWriter, from scan: inout JournalScan?
  ) throws -> TreeEdge {
    var writer = history
    while let line = try scan?.next() {
      guard let entry = LogEntry(line) else {
        throw CredentialError(.badJournal, "entry \(line.index)")
      }
      try writer.append(entry.published)
    }
    return try writer.finish()
  }

  private var differs: CredentialError {
    CredentialError(.treeDiffers, "checkpoint \(published)")
  }
}
