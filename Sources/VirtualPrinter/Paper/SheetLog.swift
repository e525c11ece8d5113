import Diagnostics
import Foundation

/// The physical log: what really came out, one line of JSON for each sheet, on disk before the
/// printer says so.
final class SheetLog {
  private let handle: FileHandle?

  /// Opens a log to add to it; nothing is kept on disk when `file` is `nil`.
  ///
  /// - Throws: ``Refusal`` when the file cannot be written.
  init(_ file: URL?) throws(Refusal) {
    guard let file else {
      handle = nil
      return
    }
    let path = file.path(percentEncoded: false)
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    do {
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      self.handle = handle
    } catch {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.cannotWrite(file.lastPathComponent)))
    }
  }

  /// Adds a record and waits until it is on disk.
  func add(_ record: SheetRecord) throws {
    guard let handle else { return }
    try handle.write(contentsOf: try record.line() + Data("\n".utf8))
    try handle.synchronize()
  }
}
