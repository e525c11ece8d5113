import Foundation

/// Compares texts with golden files.
///
/// A missing file is written, and all are with `ORIGINPRESS_RECORD=1`; both fail the test, so that no
/// recording run ever passes.
package enum Golden {
  /// Compares a text with a file.
  ///
  /// - Parameters:
  ///   - text: the text that the test made.
  ///   - path: the golden file from the root of the checkout.
  /// - Returns: what is wrong with the text; `nil` when it is that of the file.
  /// - Throws: when the file cannot be written.
  package static func difference(_ text: String, from path: String) throws -> String? {
    let file = Repository.root.appending(path: path)
    let isRecording = ProcessInfo.processInfo.environment["ORIGINPRESS_RECORD"] == "1"
    guard !isRecording, let bytes = try? Data(contentsOf: file) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return "\(path) is recorded; look at it and run the test again"
    }
    let known = String(decoding: bytes, as: UTF8.self)
    return known == text ? nil : "\(path):\n" + changes(from: known, to: text)
  }

  /// The lines that went and came, each with its number.
  private static func changes(from old: String, to new: String) -> String {
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = newLines.difference(from: oldLines).map { change in
      switch change {
      case .remove(let line, let text, _): "\(line + 1): - \(text)"
      case .insert(let line, let text, _): "\(line + 1): + \(text)"
      }
    }
    let rest = changes.count > shown ? ["… and \(changes.count - shown) more"] : []
    return (changes.prefix(shown) + rest).joined(separator: "\n")
  }

  private static let shown = 40
}
