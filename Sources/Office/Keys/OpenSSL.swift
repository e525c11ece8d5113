import Foundation
import Printers

/// The program `openssl`, for demonstration authorities only.
struct OpenSSL {
  /// Where it runs; relative names are files there.
  let folder: String
  /// Passed as the variable ``passwordVariable``, never as a word that other users can see.
  var password: [UInt8] = []

  /// What OpenSSL is told to take a password from.
  static let password = "env:\(passwordVariable)"
  private static let passwordVariable = "KEY_PASSWORD"
  private static let places = "/usr/local/bin:/usr/bin:/bin"
  private static let inFolder = "cd \"$0\" && exec \"$@\""

  /// Runs it to its end.
  ///
  /// - Throws: ``OfficeError`` of code `demonstration` with the last line of what it said.
  func run(_ arguments: String...) async throws(OfficeError) { try await run(arguments) }

  /// The same with a list.
  func run(_ arguments: [String]) async throws(OfficeError) {
    let log = URL(fileURLWithPath: folder)
      .appendingPathComponent("openssl.\(UUID().uuidString).log")
    defer { try? FileManager.default.removeItem(at: log) }
    let program: ChildProcess
    do {
      program = try ChildProcess(
        ["/bin/sh", "-c", Self.inFolder, folder, "openssl"] + arguments, log: log,
        environment: [
          "PATH": Self.places, Self.passwordVariable: String(decoding: password, as: UTF8.self),
        ])
    } catch { throw OfficeError(.demonstration, Wording.openSSL(error.description)) }
    while program.exitStatus == nil { try? await Task.sleep(for: .milliseconds(5)) }
    guard program.exitStatus == 0 else {
      let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      let last = text.split(whereSeparator: \.isNewline).last ?? ""
      throw OfficeError(.demonstration, Wording.openSSL("\(arguments[0]): \(last)"))
    }
  }
}
