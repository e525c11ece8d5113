import ArgumentParser

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder with Layouts, Fonts and printers.", valueName: "dir"))
  var home: String?

  @Flag(help: "Answer and complain in JSON.")
  var json = false
}
