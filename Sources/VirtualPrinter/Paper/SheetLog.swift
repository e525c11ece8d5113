import Diagnostics
import Foundation

/// The physical log: what really came out, one line of JSON for each sheet.
///
/// Each line is with the system before the printer says so, so that it survives the program's end.
/// It is not waited for until it is on disk: one busy disk would hold up every printer here.
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
    // Two printers may share a log: the system adds each line at the end.
    let number = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard number >= 0 else {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.cannotWrite(file.lastPathComponent)))
    }
    handle = FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }

  /// Adds a record.
  func add(_ record: SheetRecord) throws {
    guard let handle else { return }
    try handle.write(contentsOf: try record.line() + Data("\n".utf8))
  }
}
