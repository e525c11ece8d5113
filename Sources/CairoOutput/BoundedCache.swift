/// Values kept up to a limit of their cost; the least recently used go first.
struct BoundedCache<Key: Hashable, Value> {
  private var entries: [Key: (value: Value, cost: Int, lastUse: Int)] = [:]
  private var uses = 0
  /// The cost of all values kept.
  private(set) var cost = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The value of a key, which counts as a use.
  mutating func value(of key: Key) -> Value? {
    guard let index = entries.index(forKey: key) else { return nil }
    uses += 1
    entries.values[index].lastUse = uses
    return entries.values[index].value
  }

  /// Keeps a value; nothing is dropped before ``trim()``.
  mutating func insert(_ value: Value, for key: Key, cost: Int) {
    uses += 1
    self.cost += cost - (entries[key]?.cost ?? 0)
    entries[key] = (value, cost, uses)
  }

  /// Drops values until the limit holds, never the one used last; returns what was dropped.
  @discardableResult mutating func trim() -> [Value] {
    var dropped: [Value] = []
    while cost > limit, entries.count > 1,
      let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      entries[oldest.key] = nil
      cost -= oldest.value.cost
      dropped.append(oldest.value.value)
    }
    return dropped
  }
}
