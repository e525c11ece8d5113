import ArgumentParser
import Foundation

/// `demo`: everything once.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Renders samples of every form, prints one on a virtual printer, writes a report.",
    discussion: """
      Open demo/index.html afterwards. The printer is CUPS's ippeveprinter on this computer.

      EXAMPLES
        originpress demo
        originpress demo -o /tmp/demo
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the results.", valueName: "dir"))
  var output = "demo"

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await Demo(press: Press(shared), folder: output).run()
  }
}
