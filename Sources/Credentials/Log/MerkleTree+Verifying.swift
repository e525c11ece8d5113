extension MerkleTree {
  /// Whether a proof leads from an entry's hash to the root (RFC 9162, section 2.1.3.2).
  package static func includes(
    _ leaf: Hash, at index: Int, size: Int, root: Hash, proof: [Hash]
  ) -> Bool {
    guard (0..<max(size, 0)).contains(index) else { return false }
    var (place, last) = (index, size - 1)
    var hash = leaf
    for sibling in proof {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = node(sibling, hash)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = node(hash, sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Whether a proof shows the older tree to be the start of the newer (RFC 9162, section 2.1.4.2).
  package static func isConsistent(
    older: (size: Int, root: Hash), newer: (size: Int, root: Hash), proof: [Hash]
  ) -> Bool {
    guard 0 <= older.size, older.size <= newer.size else { return false }
    if older.size == 0 { return older.root == empty && proof.isEmpty }
    if older.size == newer.size { return older.root == newer.root && proof.isEmpty }
    var path = proof[...]
    if older.size & (older.size - 1) == 0 { path = ([older.root] + proof)[...] }
    guard let first = path.popFirst() else { return false }
    var (place, last) = (older.size - 1, newer.size - 1)
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (old, new) = (first, first)
    for sibling in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        old = node(sibling, old)
        new = node(sibling, new)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        new = node(new, sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && old == older.root && new == newer.root
  }
}
