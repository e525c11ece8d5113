/// Compares what a log keeps with what it has published, and names each entry that does not fit.
package struct LogAudit {
  /// One thing that is wrong.
  package enum Finding: Hashable, Sendable {
    /// The entry is not the one that was published.
    case altered(Int)
    /// The entry is gone.
    case missing(Int)
    /// A tile is missing, or does not fit the entries below it.
    case tile(String)
    /// The root over the entries is not the signed one.
    case root
  }

  private let journal: [UInt8]
  private let store: TileStore

  /// An audit of a journal against tiles.
  package init(journal: [UInt8], store: TileStore) {
    self.journal = journal
    self.store = store
  }

  /// Everything that is wrong with the entries that a checkpoint covers, in their order.
  ///
  /// - Throws: what the store throws.
  package func findings(_ checkpoint: Checkpoint) throws -> [Finding] {
    let (published, tileFindings) = try publishedEntries(checkpoint.size)
    var findings = Self.compare(journal, published) + tileFindings
    let leaves = published.compactMap { $0.map { MerkleTree.leaf($0) } }
    let isWhole = leaves.count == checkpoint.size
    let tree = TileTree(size: checkpoint.size, store: store)
    // Tiles above the leaves: the root that they lead to must be the one over the entries.
    let overTiles = isWhole ? try? tree.root() : nil
    if overTiles != checkpoint.root || TreeEdge(leaves).root != checkpoint.root {
      findings.append(.root)
    }
    return findings
  }

  /// What was published of each entry; `nil` where a bundle cannot be read.
  private func publishedEntries(_ size: Int) throws -> ([[UInt8]?], [Finding]) {
    var entries: [[UInt8]?] = []
    var findings: [Finding] = []
    for tile in Tile.all(size: size) where tile.level == 0 {
      let bundle = try store.read(tile.entriesPath).flatMap(tile.entries)
      let hashes = try store.read(tile.path).flatMap(tile.hashes)
      if bundle == nil { findings.append(.tile(tile.entriesPath)) }
      if hashes == nil || bundle.map({ $0.map { MerkleTree.leaf($0) } != hashes }) == true {
        findings.append(.tile(tile.path))
      }
      entries += bundle.map { $0.map(Optional.some) } ?? Array(repeating: nil, count: tile.width)
    }
    return (entries, findings)
  }

  private static func compare(_ journal: [UInt8], _ published: [[UInt8]?]) -> [Finding] {
    var findings: [Finding] = []
    var next = 0
    for line in journal.split(separator: 10) where next < published.count {
      guard let entry = LogEntry(line: line), entry.index >= next else {
        findings.append(.altered(next))
        next += 1
        continue
      }
      let place = min(entry.index, published.count)
      findings += (next..<place).map(Finding.missing)
      next = place + 1
      if place < published.count, let known = published[place], known != entry.published {
        findings.append(.altered(place))
      }
    }
    if next < published.count { findings += (next..<published.count).map(Finding.missing) }
    return findings
  }
}
