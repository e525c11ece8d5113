import Foundation

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
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", #"PATH=$PATH:/usr/sbin:/sbin; exec "$@""#, "sh"] + command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    let text = try String(contentsOf: log, encoding: .utf8)
    return Outcome(status: process.terminationStatus, text: text)
  }
}
