/// One tile of a log: up to 256 hashes of one level, as a static file (C2SP tlog-tiles).
package struct Tile: Hashable, Sendable {
  /// 0 for leaf hashes; each level above stands for 256 hashes of the one below.
  package let level: Int
  /// Which tile of the level, from 0.
  package let index: Int
  /// How many hashes it holds, 1 to 256.
  package let width: Int

  /// Hashes in a full tile.
  package static let fullWidth = 256
  /// Levels of the tree that a tile spans.
  package static let height = 8

  /// A tile from its coordinates.
  package init(level: Int, index: Int, width: Int = Self.fullWidth) {
    precondition((0...5).contains(level) && index >= 0 && (1...Self.fullWidth).contains(width))
    self.level = level
    self.index = index
    self.width = width
  }

  /// The tile's path below the log's address, such as `tile/0/x001/067.p/12`.
  package var path: String { "tile/\(level)/\(Self.number(index))\(suffix)" }

  /// The path of the entries of a tile of level 0.
  package var entriesPath: String { "tile/entries/\(Self.number(index))\(suffix)" }

  private var suffix: String { width == Self.fullWidth ? "" : ".p/\(width)" }

  /// Groups of three digits, all but the last with an `x`.
  private static func number(_ index: Int) -> String {
    var groups: [String] = []
    var rest = index
    repeat {
      groups.insert(String(String(rest % 1000 + 1000).dropFirst()), at: 0)
      rest /= 1000
    } while rest > 0
    return (groups.dropLast().map { "x" + $0 } + groups.suffix(1)).joined(separator: "/")
  }

  /// The tiles of a tree of so many entries, with the partial one at the end of each level.
  package static func all(size: Int) -> [Tile] {
    var tiles: [Tile] = []
    var (level, count) = (0, size)
    while count > 0 {
      for index in 0..<((count + fullWidth - 1) / fullWidth) {
        let width = min(fullWidth, count - index * fullWidth)
        tiles.append(Tile(level: level, index: index, width: width))
      }
      level += 1
      count /= fullWidth
    }
    return tiles
  }

  /// Reads the hashes of a tile; `nil` when the bytes are not as many as its width asks for.
  package func hashes(_ bytes: [UInt8]) -> [MerkleTree.Hash]? {
    guard bytes.count == width * 32 else { return nil }
    return (0..<width).map { Array(bytes[$0 * 32..<($0 + 1) * 32]) }
  }

  /// Reads a bundle of entries, each after its length in two bytes; `nil` unless there are exactly
  /// as many as the width.
  package func entries(_ bytes: [UInt8]) -> [[UInt8]]? {
    var rest = bytes[...]
    var entries: [[UInt8]] = []
    while let high = rest.popFirst() {
      guard let low = rest.popFirst(), entries.count < width else { return nil }
      let length = Int(high) << 8 | Int(low)
      guard rest.count >= length else { return nil }
      entries.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return entries.count == width ? entries : nil
  }

  /// The bundle of some entries of up to 65 535 bytes each.
  package static func bundle(_ entries: some Sequence<[UInt8]>) -> [UInt8] {
    entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 0xFF)] + $0 }
  }
}
