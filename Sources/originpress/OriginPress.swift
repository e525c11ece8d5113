import ArgumentParser

/// The command with all its parts.
struct OriginPress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "originpress",
    abstract: "Renders and prints certificates of origin (原产地证书).",
    discussion: """
      EXAMPLES
        originpress sample C --items 3 > c.json      a valid certificate
        originpress check c.json                     what is wrong with it
        originpress render c.json -o c.pdf           the certificate on its form, marked 非有效证书
        originpress render c.json -o c.pdf --content overlay    for preprinted stock (套打)
        originpress demo                             everything once, into ./demo

      EXIT CODES
        0 done   1 refused, with diagnostics   2 wrong usage   3 something outside failed
      """,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, FormsCommand.self, SampleCommand.self, SchemaCommand.self,
      CheckCommand.self, RenderCommand.self, PagesCommand.self, LayoutCommand.self,
      PrinterCommand.self,
    ])
}
