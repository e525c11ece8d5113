import Synchronization
import Typography

/// The computer's fonts with a cache that the test can look into and damage.
final class MemoryCache: Sendable {
  private let entries = Mutex<[String: [UInt8]]>([:])

  var source: FontSource {
    var source = FontSource.live(cacheFolder: nil)
    source.readCache = { [self] name in contents[name].map { FontBytes($0) } }
    source.writeCache = { [self] name, bytes in entries.withLock { $0[name] = bytes } }
    return source
  }

  var contents: [String: [UInt8]] {
    get { entries.withLock(\.self) }
    set { entries.withLock { $0 = newValue } }
  }
}
