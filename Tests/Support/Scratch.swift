package import Foundation

/// A folder for the files of one test; gone when the value is.
package final class Scratch {
  /// The folder.
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "originpress-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file of that name, whether it exists or not.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and returns its path.
  package func write(_ data: Data, _ name: String) throws -> String {
    try data.write(to: url.appending(path: name))
    return path(name)
  }

  package func read(_ name: String) throws -> Data {
    try Data(contentsOf: url.appending(path: name))
  }

  func handle(reading data: Data) throws -> FileHandle {
    try FileHandle(forReadingFrom: URL(fileURLWithPath: write(data, "input")))
  }

  func handle(writing name: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(fileURLWithPath: write(Data(), name)))
  }
}
