package import Printers

/// Runs the programs that come with CUPS.
package enum PrintTool {
  /// What a program did.
  package typealias Outcome = ToolRun

  /// Runs a program to its end; `sbin` folders are searched too.
  package static func run(
    _ command: [String], environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await ToolRun.run(command, environment: environment)
  }
}
