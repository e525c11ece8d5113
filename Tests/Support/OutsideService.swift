package import Foundation
import Printers

/// The services of `Tests/Checkers/service.py`: a time-stamping authority and a signing service.
package final class OutsideService: Sendable {
  package struct Failure: Error {
    let description: String
  }

  private let scratch: URL
  private let process: ServerProcess
  private let port: Int
  private let isEncrypted: Bool

  /// The bearer token that the signing service asks for.
  package static let token = "token of tests"

  /// Runs a test with the services over the files of a folder, and ends them whatever happens.
  package static func with<Result>(
    _ folder: URL, encrypted: Bool = false, _ body: (OutsideService) async throws -> Result
  ) async throws -> Result {
    let service = try await OutsideService(folder, encrypted: encrypted)
    do {
      let result = try await body(service)
      await service.stop()
      return result
    } catch {
      await service.stop()
      throw error
    }
  }

  /// The address of what answers in one way.
  package func url(_ path: String) -> String {
    "\(isEncrypted ? "https" : "http")://127.0.0.1:\(port)/\(path)"
  }

  /// Ends the services.
  package func stop() async {
    await process.cut()
    try? FileManager.default.removeItem(at: scratch)
  }

  private init(_ folder: URL, encrypted: Bool) async throws {
    isEncrypted = encrypted
    scratch = FileManager.default.temporaryDirectory.appending(
      path: "originpress-service-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let log = scratch.appending(path: "log")
    let script = Repository.root.appending(path: "Tests/Checkers/service.py").path
    process = try ServerProcess(
      ["/usr/bin/python3", script, folder.path] + (encrypted ? ["tls"] : []), log: log)
    port = try await Self.port(in: log)
  }

  /// The first line it writes.
  private static func port(in log: URL) async throws -> Int {
    for _ in 0..<400 {
      let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      if let line = text.split(separator: "\n").first, text.contains("\n") {
        guard let port = Int(line) else { throw Failure(description: text) }
        return port
      }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw Failure(description: "the services say no port")
  }
}
