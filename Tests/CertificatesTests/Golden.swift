import Foundation
import Support
import Testing

/// Texts kept beside the tests.
///
/// `ORIGINPRESS_RECORD=1` writes them anew and always fails the run.
enum Golden {
  static func check(_ text: String, _ name: String) throws {
    let path = "Tests/CertificatesTests/Golden/\(name)"
    guard ProcessInfo.processInfo.environment["ORIGINPRESS_RECORD"] == nil else {
      let file = Repository.root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(path)")
      return
    }
    #expect(try String(decoding: Repository.bytes(path), as: UTF8.self) == text)
  }
}
