import ArgumentParser
import Dispatch
import Foundation

/// The program's start and end: runs the command and turns what happened into an exit code.
@main
enum Program {
  /// Most commands run on the thread they are born on: a start without others is quicker.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try OriginPress.parseAsRoot(arguments)
      if command is any AsyncParsableCommand || (command as? any SometimesWaiting)?.waits == true {
        Task { exit(await runWaiting(arguments)) }
        dispatchMain()
      }
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch {
      exit(complain(about: error, arguments))
    }
  }

  /// Runs a command that waits for printers, keys or the register.
  private static func runWaiting(_ arguments: [String]) async -> Int32 {
    do {
      let command = try OriginPress.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else if let command = command as? any SometimesWaiting {
        try await command.runWaiting()
      } else {
        preconditionFailure("the same words were another command")
      }
      return ExitStatus.done.rawValue
    } catch {
      return complain(about: error, arguments)
    }
  }

  private static func complain(about error: any Error, _ arguments: [String]) -> Int32 {
    Complaint(about: error).tell(asJSON: arguments.contains("--json"))
  }
}

/// A command that only some of its options make wait; without them it starts as quickly as any other.
protocol SometimesWaiting: ParsableCommand {
  /// Whether the options given do.
  var waits: Bool { get }
  /// Runs it with them.
  func runWaiting() async throws
}

/// What the program's end means to a script.
enum ExitStatus: Int32 {
  case done = 0
  /// The input was refused, with diagnostics.
  case refused = 1
  /// The command line was wrong.
  case usage = 2
  /// Something outside failed: a file, a printer, a font.
  case outside = 3
}
