package import Foundation

/// Runs another program to its end and keeps what it wrote: for the independent checkers.
package struct Program {
  /// What a program left.
  package struct Result: Sendable {
    /// The exit code; 128 and the signal's number when a signal ended it.
    package let status: Int32
    package let output: Data
    package let errors: Data

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// A program that could not be used.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// Finds `name` on the search path, runs it, and waits at most `seconds`.
  ///
  /// Throws ``Failure`` when there is no such program or it had to be stopped.
  package static func run(
    _ name: String, _ arguments: [String], input: Data? = nil,
    environment: [String: String] = [:], seconds: Double = 60
  ) throws -> Result {
    guard let path = path(of: name) else {
      throw Failure(description: "\(name) is not installed")
    }
    let folder = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: a full pipe would stop the program and nobody would read it.
    process.standardInput = try input.map { try folder.handle(reading: $0) } ?? .nullDevice
    let output = try folder.handle(writing: "output")
    let errors = try folder.handle(writing: "errors")
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try wait(for: process, name, seconds)
    let status = process.terminationStatus
    return Result(
      status: process.terminationReason == .exit ? status : 128 + status,
      output: try folder.read("output"), errors: try folder.read("errors"))
  }

  /// The program's file on the search path; `nil` when it is not installed.
  package static func path(of name: String) -> String? {
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func wait(for process: Process, _ name: String, _ seconds: Double) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > end {
        process.terminate()
        process.waitUntilExit()
        throw Failure(description: "\(name) took longer than \(seconds) s")
      }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }
}
