import Synchronization
import Typography

/// The computer's fonts with a cache that the test can look into and damage.
final class MemoryCache: Sendable {
  private struct State {
    var entries: [String: (bytes: [UInt8], modified: Int)] = [:]
    var clock = 0

    mutating func keep(_ bytes: [UInt8], as name: String) {
      clock += 1
      entries[name] = (bytes, clock)
    }
  }

  private let state = Mutex(State())

  var source: FontSource {
    var source = FontSource.live(cacheFolder: nil)
    source.readCache = { [self] name in
      state.withLock { $0.entries[name] }.map { entry in
        FontSource.File(
          bytes: FontBytes(entry.bytes),
          stamp: FontSource.Stamp(size: entry.bytes.count, modified: entry.modified))
      }
    }
    source.writeCache = { [self] name, bytes in state.withLock { $0.keep(bytes, as: name) } }
    return source
  }

  /// What is kept; an entry that is set to other bytes gets another time of change.
  var contents: [String: [UInt8]] {
    get { state.withLock { $0.entries.mapValues(\.bytes) } }
    set {
      state.withLock { state in
        for (name, bytes) in newValue where state.entries[name]?.bytes != bytes {
          state.keep(bytes, as: name)
        }
      }
    }
  }
}
