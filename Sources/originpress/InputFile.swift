import Diagnostics
import Foundation

/// Reads a file the person named; `-` is standard input.
enum InputFile {
  /// The whole file.
  ///
  /// - Throws: ``Refusal`` when it cannot be read or has more than `limit` bytes.
  static func read(_ path: String, limit: Int = largest) throws(Refusal) -> Data {
    let bytes: Data?
    do {
      let handle =
        path == "-"
        ? FileHandle.standardInput
        : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      bytes = try handle.read(upToCount: limit + 1)
    } catch {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.unreadable))
    }
    guard (bytes?.count ?? 0) <= limit else {
      throw Refusal(Diagnostic(at: Place(file: shownName(path)), Wording.tooLarge(limit)))
    }
    return bytes ?? Data()
  }

  /// Whether there is a file of that name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// More than any batch of certificates has.
  static let largest = 1 << 30

  /// The name for messages.
  static func shownName(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// The folder that a certificate's image marks lie in: that of its file.
  static func folder(of path: String) -> URL {
    path == "-"
      ? URL(fileURLWithPath: ".") : URL(fileURLWithPath: path).deletingLastPathComponent()
  }
}
