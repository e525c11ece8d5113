import Foundation

/// A program of CUPS run to its end.
package struct ToolRun: Sendable {
  /// The exit code; 128 and the signal's number when a signal ended it.
  package let status: Int32
  /// Standard output and standard error in the order they came.
  package let text: String

  /// Runs a program without input; the `sbin` folders are searched too.
  ///
  /// - Parameters:
  ///   - command: the program's name or path, and its arguments.
  ///   - environment: what is added to this process's environment.
  /// - Returns: its exit code, which is 127 when there is no such program, and what it wrote.
  /// - Throws: ``PrinterError/Code/programFailed`` when nothing can be started.
  package static func run(
    _ command: [String], environment: [String: String] = [:]
  ) async throws(PrinterError) -> ToolRun {
    let log = FileManager.default.temporaryDirectory
      .appending(path: "originpress-tool-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let process = try ChildProcess(
      ["/bin/sh", "-c", #"PATH=$PATH:/usr/sbin:/sbin; exec "$@" </dev/null"#, "sh"] + command,
      log: log, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 })
    while true {
      if let status = process.exitStatus {
        let bytes = (try? Data(contentsOf: log)) ?? Data()
        return ToolRun(status: status, text: String(decoding: bytes, as: UTF8.self))
      }
      try? await Task.sleep(for: .milliseconds(5))
    }
  }
}
