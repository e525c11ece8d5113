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

  private let process: ChildProcess

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: the program's name or path, and its arguments.
  ///   - log: the file that takes what it writes; it is made anew.
  /// - Throws: ``PrinterError/Code/programFailed``.
  package init(_ command: [String], log: URL) throws(PrinterError) {
    process = try ChildProcess(
      ["/bin/sh", "-c", Self.guardian, "sh"] + command, log: log,
      environment: ProcessInfo.processInfo.environment)
  }

  /// Ends all programs of the group and waits until they are gone.
  ///
  /// - Parameter seconds: how long they may take to end by themselves.
  package func stop(within seconds: Double = 4) async {
    process.endInput()
    let pause = 0.02
    for _ in 0..<Int(seconds / pause) where process.exitStatus == nil {
      try? await Task.sleep(for: .seconds(pause))
    }
    await cut()
  }

  /// Ends all programs at once, as a power cut would.
  package func cut() async {
    process.signal(SIGKILL)
    while process.exitStatus == nil { try? await Task.sleep(for: .milliseconds(10)) }
  }
}
