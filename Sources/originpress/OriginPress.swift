import ArgumentParser

/// The command with all its parts.
struct OriginPress: AsyncParsableCommand {
  /// The program's version, an input of every released file.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "originpress",
    abstract: "Renders and prints certificates of origin (原产地证书).",
    discussion: """
      EXAMPLES
        originpress sample C --items 3 > c.json    a valid certificate
        originpress check c.json                   what is wrong with it
        originpress render c.json -o c.pdf         on its form, 非有效证书
        originpress demo                           everything once

      EXIT CODES
        0 done  1 refused, with diagnostics  2 wrong usage  3 outside failed
      """,
    version: version,
    subcommands: [
      DemoCommand.self, FormsCommand.self, SampleCommand.self, SchemaCommand.self,
      CheckCommand.self, RenderCommand.self, PagesCommand.self, LayoutCommand.self,
      ApproveCommand.self, IssueCommand.self, RegenerateCommand.self, DeskCommand.self,
      StockCommand.self, OperatorCommand.self, PrinterCommand.self, SealCommand.self,
      KeysCommand.self, VerifyCommand.self, LogCommand.self,
    ])
}
