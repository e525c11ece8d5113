import Synchronization

/// Keeps the values used most recently, at most about twice `capacity`, for all tasks.
///
/// Two generations: a full young one becomes the old one, and what is asked for again moves back.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Generations {
    var young: [Key: Value] = [:]
    var old: [Key: Value] = [:]
  }

  private let capacity: Int
  private let generations = Mutex(Generations())

  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> Value? {
    generations.withLock { generations in
      if let value = generations.young[key] { return value }
      guard let value = generations.old[key] else { return nil }
      Self.insert(value, for: key, into: &generations, capacity)
      return value
    }
  }

  func insert(_ value: Value, for key: Key) {
    generations.withLock { Self.insert(value, for: key, into: &$0, capacity) }
  }

  private static func insert(
    _ value: Value, for key: Key, into generations: inout Generations, _ capacity: Int
  ) {
    if generations.young.count >= capacity {
      generations.old = generations.young
      generations.young.removeAll(keepingCapacity: true)
    }
    generations.young[key] = value
  }
}
