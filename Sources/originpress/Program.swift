import ArgumentParser
import Foundation

/// The program's start and end: runs the command and turns what happened into an exit code.
@main
enum Program {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(await run(arguments))
  }

  /// Runs one command line and gives its exit code (design §6).
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try OriginPress.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch {
      return Complaint(about: error).tell(asJSON: arguments.contains("--json"))
    }
  }
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
