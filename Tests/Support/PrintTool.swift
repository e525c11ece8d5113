import Foundation
import Printers

/// Runs the programs that come with CUPS.
package enum PrintTool {
  /// What a program did.
  package struct Outcome: Sendable {
    package let status: Int32
    /// Standard output and standard error in the order they came.
    package let text: String
  }

  /// Runs a program to its end; `sbin` folders are searched too.
  package static func run(
    _ command: [String], environment: [String: String] = [:]
  ) async throws -> Outcome {
    let log = FileManager.default.temporaryDirectory
      .appending(path: "originpress-tool-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let process = try ChildProcess(
      ["/bin/sh", "-c", #"PATH=$PATH:/usr/sbin:/sbin; exec "$@" </dev/null"#, "sh"] + command,
      log: log, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 })
    while true {
      if let status = process.exitStatus {
        return Outcome(status: status, text: try String(contentsOf: log, encoding: .utf8))
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
