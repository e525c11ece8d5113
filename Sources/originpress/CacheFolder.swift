import Foundation

/// Keeps what can be made again at any time; a folder that cannot be written keeps nothing.
enum CacheFolder {
  static func read(_ name: String) -> Data? {
    guard let folder = Outside.cacheFolder else { return nil }
    return try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  /// Keeps the bytes at once or not at all.
  static func write(_ bytes: Data, as name: String) {
    guard let folder = Outside.cacheFolder else { return }
    try? OutputFile.makeFolder(folder)
    try? OutputFile.write(bytes, to: "\(folder)/\(name)")
  }
}
