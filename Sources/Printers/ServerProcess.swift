package import Foundation

/// A server program of our own with all that it starts, ended together.
///
/// The programs live in one process group under a small shell that ends the group when this
/// process is gone, however it went.
package final class ServerProcess: Sendable {
  /// Runs the program, waits for the end of its own input, ends the group, reaps the program.
  private static let guardian = """
    PATH=$PATH:/usr/sbin:/sbin
    trap : TERM
    "$@" </dev/null &
    child=$!
    read -r line
    kill -TERM 0
    while kill -0 $child 2>/dev/null; do wait $child; done
    """

  private let process: Process
  private let input: Pipe

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: the program's name or path, and its arguments.
  ///   - log: the file that takes what it writes; it is made anew.
  /// - Throws: ``PrinterError/Code/programFailed``.
  package init(_ command: [String], log: URL) throws(PrinterError) {
    process = Process()
    input = Pipe()
    do {
      try Data().write(to: log)
      let output = try FileHandle(forWritingTo: log)
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", Self.guardian, "sh"] + command
      process.standardInput = input
      process.standardOutput = output
      process.standardError = output
      try process.run()
      try output.close()
    } catch {
      throw PrinterError(.programFailed, Wording.programFailed(command[0]), cause: "\(error)")
    }
  }

  deinit { kill(SIGKILL) }

  /// Ends all programs of the group and waits until they are gone.
  ///
  /// - Parameter seconds: how long they may take to end by themselves.
  package func stop(within seconds: Double = 4) async {
    try? input.fileHandleForWriting.close()
    let pause = 0.02
    for _ in 0..<Int(seconds / pause) where process.isRunning {
      try? await Task.sleep(for: .seconds(pause))
    }
    await cut()
  }

  /// Ends all programs at once, as a power cut would.
  package func cut() async {
    kill(SIGKILL)
    while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
  }

  private func kill(_ signal: Int32) {
    if process.processIdentifier > 1 { _ = Foundation.kill(-process.processIdentifier, signal) }
  }
}
