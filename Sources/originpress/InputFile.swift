import Diagnostics
import Foundation

/// Reads a file the person named; `-` is standard input.
enum InputFile {
  static func read(_ path: String) throws(Refusal) -> Data {
    if path == "-" { return Outside.standardInput() }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.unreadable))
    }
  }

  /// The name for messages.
  static func shownName(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// The folder that a certificate's image marks lie in: that of its file.
  static func folder(of path: String) -> URL {
    path == "-"
      ? URL(fileURLWithPath: ".") : URL(fileURLWithPath: path).deletingLastPathComponent()
  }
}
