import Foundation
import Synchronization

/// Another program that holds a register on disk, as a copy or a repair would.
final class RegisterHolder: Sendable {
  private let process: Mutex<Process>

  /// Holds a register; it is held when this returns.
  init(_ path: String) throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    // Line by line, or its answer would wait for the program's end.
    process.arguments = ["stdbuf", "-oL", "sqlite3", "-bail", path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE; SELECT 1;\n".utf8))
    guard output.fileHandleForReading.availableData == Data("1\n".utf8) else {
      throw CocoaError(.fileReadUnknown)
    }
    self.process = Mutex(process)
  }

  /// Lets go, as when that program is ended.
  func letGo() {
    process.withLock { process in
      process.terminate()
      process.waitUntilExit()
    }
  }
}

/// The same, from a moment on that comes later.
final class LateHolder: Sendable {
  private let path: String
  private let holder = Mutex<RegisterHolder?>(nil)

  init(_ path: String) { self.path = path }

  func hold() {
    holder.withLock { holder in
      do { holder = try RegisterHolder(path) } catch { preconditionFailure("\(error)") }
    }
  }

  func letGo() { holder.withLock { $0?.letGo() } }
}
