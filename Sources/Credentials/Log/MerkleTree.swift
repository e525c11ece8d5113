import Crypto

/// The hashes of an append-only tree (RFC 9162, section 2.1).
package enum MerkleTree {
  /// 32 bytes of SHA-256.
  package typealias Hash = [UInt8]

  /// The root of no entries.
  package static let empty: Hash = Array(SHA256.hash(data: [UInt8]()))

  /// The hash of an entry.
  package static func leaf(_ entry: some Sequence<UInt8>) -> Hash {
    Array(SHA256.hash(data: [0] + Array(entry)))
  }

  /// The hash of two neighbours.
  package static func node(_ left: Hash, _ right: Hash) -> Hash {
    Array(SHA256.hash(data: [1] + left + right))
  }

  /// The hash over neighbours, whose count is a power of two.
  static func fold(_ hashes: ArraySlice<Hash>) -> Hash {
    var row = Array(hashes)
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { node(row[$0], row[$0 + 1]) }
    }
    return row[0]
  }

  /// The root over the leaf hashes of a range.
  ///
  /// - Parameters:
  ///   - range: the leaves; the largest power of two below its length parts it in two.
  ///   - full: the hash of `2^level` leaves from `index * 2^level` on.
  /// - Returns: the root hash.
  /// - Throws: what `full` throws.
  package static func root<Failure: Error>(
    of range: Range<Int>, full: (_ level: Int, _ index: Int) throws(Failure) -> Hash
  ) throws(Failure) -> Hash {
    if range.isEmpty { return empty }
    let level = (range.count - 1).bitWidth - (range.count - 1).leadingZeroBitCount
    if range.count == 1 << level, range.lowerBound % range.count == 0 {
      return try full(level, range.lowerBound >> level)
    }
    let middle = range.lowerBound + split(range.count)
    return node(
      try root(of: range.lowerBound..<middle, full: full),
      try root(of: middle..<range.upperBound, full: full))
  }

  /// The largest power of two below a count of two or more.
  static func split(_ count: Int) -> Int {
    1 << ((count - 1).bitWidth - (count - 1).leadingZeroBitCount - 1)
  }

  /// The hashes beside the way from a leaf to the root, lowest first (RFC 9162, section 2.1.3.1).
  package static func inclusion<Failure: Error>(
    of index: Int, in range: Range<Int>, full: (Int, Int) throws(Failure) -> Hash
  ) throws(Failure) -> [Hash] {
    if range.count <= 1 { return [] }
    let middle = range.lowerBound + split(range.count)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return index < middle
      ? try inclusion(of: index, in: left, full: full) + [try root(of: right, full: full)]
      : try inclusion(of: index, in: right, full: full) + [try root(of: left, full: full)]
  }

  /// The hashes that show a tree of `size` entries to be the start of that of `range`
  /// (RFC 9162, section 2.1.4.1).
  package static func consistency<Failure: Error>(
    from size: Int, in range: Range<Int>, full: (Int, Int) throws(Failure) -> Hash
  ) throws(Failure) -> [Hash] {
    try subproof(size, range, isWhole: true, full)
  }

  private static func subproof<Failure: Error>(
    _ size: Int, _ range: Range<Int>, isWhole: Bool, _ full: (Int, Int) throws(Failure) -> Hash
  ) throws(Failure) -> [Hash] {
    if size == range.upperBound { return isWhole ? [] : [try root(of: range, full: full)] }
    let middle = range.lowerBound + split(range.count)
    if size <= middle {
      return try subproof(size, range.lowerBound..<middle, isWhole: isWhole, full)
        + [try root(of: middle..<range.upperBound, full: full)]
    }
    return try subproof(size, middle..<range.upperBound, isWhole: false, full)
      + [try root(of: range.lowerBound..<middle, full: full)]
  }
}
