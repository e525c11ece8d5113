package import Foundation
import Synchronization

/// Closes this file and all above it in the program (glibc 2.34); the module map leaves it out.
@_silgen_name("posix_spawn_file_actions_addclosefrom_np")
private func closeFrom(
  _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ first: Int32
) -> Int32

/// A program started in a process group of its own, with an input that only this process can end.
///
/// Foundation's `Process` is not used: it neither makes a group nor tells of an end in time.
package final class ChildProcess: Sendable {
  private struct State {
    var input: Int32?
    var status: Int32?
  }

  /// A program started between the making of a pipe and its marking would keep the pipe open.
  private static let oneAtATime = Mutex(())

  /// The program's process id, and its group's.
  private let id: pid_t
  private let state: Mutex<State>

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: the program's path and its arguments.
  ///   - log: the file that takes what it writes; it is made anew.
  ///   - environment: all of the program's environment.
  /// - Throws: ``PrinterError/Code/programFailed``.
  package init(
    _ command: [String], log: URL, environment: [String: String]
  ) throws(PrinterError) {
    let started = Self.oneAtATime.withLock { _ in Self.start(command, log, environment) }
    guard started.fault == 0 else {
      throw PrinterError(
        .programFailed, Wording.programFailed(command[0]), cause: "errno \(started.fault)")
    }
    id = started.id
    state = Mutex(State(input: started.input))
  }

  deinit {
    signal(SIGKILL)
    endInput()
    _ = exitStatus
  }

  /// The exit code, 128 and the signal's number after a signal, or `nil` while it runs.
  package var exitStatus: Int32? {
    state.withLock { state in
      if state.status == nil {
        var word: Int32 = 0
        if unsafe waitpid(id, &word, WNOHANG) == id {
          state.status = word & 0x7F == 0 ? (word >> 8) & 0xFF : 128 + (word & 0x7F)
        }
      }
      return state.status
    }
  }

  /// Lets the program see the end of its input.
  package func endInput() {
    state.withLock { state in
      if let input = state.input { close(input) }
      state.input = nil
    }
  }

  /// Sends a signal to the whole group, as long as the program has not been seen to end.
  package func signal(_ number: Int32) {
    if exitStatus == nil { kill(-id, number) }
  }

  /// Makes the pipe and starts the program; `fault` is zero or what the system says.
  private static func start(
    _ command: [String], _ log: URL, _ environment: [String: String]
  ) -> (id: pid_t, input: Int32, fault: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return (0, 0, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var id: pid_t = 0
    let fault = spawn(&id, command, input: ends[0], log: log, environment)
    close(ends[0])
    if fault != 0 { close(ends[1]) }
    return (id, ends[1], fault)
  }

  private static func spawn(
    _ id: inout pid_t, _ command: [String], input: Int32, log: URL, _ environment: [String: String]
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let path = log.path(percentEncoded: false)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Not all of this process's files and sockets are marked to stay out of other programs.
    unsafe _ = closeFrom(&actions, 3)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return unsafe withCStrings(command) { arguments in
      unsafe withCStrings(variables) { variables in
        unsafe posix_spawn(&id, command[0], &actions, &attributes, arguments, variables)
      }
    }
  }

  /// Lends a list of texts as C wants it, with a null at its end.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe body(pointers)
  }
}
