import ArgumentParser
import Diagnostics
import DisplayList
import Foundation
import Printers
import Typesetting

/// `printer turning-test`: sheets that show how paper lies in a printer whose sheets a person turns.
struct PrinterTurningTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turning-test",
    abstract: "Prints or writes the test of turning sheets by hand, one side at a time.",
    discussion: """
      Print side front; lay the pile back as it came out; print side back. The back \
      says what to look for and which line 'turning: …' belongs into the printer's \
      profile in printers/. From then on 'render --turned' makes the two piles.

      EXAMPLES
        originpress printer turning-test ipp://printer.example/ipp/print --side front
        originpress printer turning-test ipp://printer.example/ipp/print --side back
        originpress printer turning-test -o front.pdf --side front
      """)

  @Argument(help: "ipp://host[:port]/path, ipps://… or the name of a queue.")
  var printer: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write a .pdf, .png or .pwg instead.", valueName: "out")
  )
  var output: String?

  @Option(help: "front first, then back.")
  var side: Page.Side

  @Option(help: ArgumentHelp("Device profile of printers/ to set for.", valueName: "profile"))
  var device: String?

  @OptionGroup var server: ServerOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (printer == nil) != (output == nil) else {
      throw ValidationError("Give either a printer or --output.")
    }
  }

  func run() async throws {
    let press = try Press(shared)
    let document = try document(press)
    let rendering = Rendering(
      press: press, content: .full, side: .both, resolution: nil, isMono: false)
    if let output {
      try rendering.write([document], as: .chosen(stated: nil, for: output), to: output)
    } else if let printer {
      let pdf = try rendering.pdf([document])
      let address = try PrinterAddress(parsing: printer, server: try server.cups)
      let end = try await PlainPrint(transport: address.transport(), isJSON: shared.json)
        .print(PrintDocument(pdf: { pdf }), JobTicket(name: "\(document.title), \(side.rawValue)"))
      try end.mustBeCompleted()
    }
  }

  /// One side of two sheets, which are enough to show their order.
  private func document(_ press: Press) throws -> Document {
    let layout = try press.layout(form: "turning", edition: nil)
    var document = try press.typesetter(device: device).plainSheets(
      of: layout, count: 2, context: try press.context(for: layout))
    document.pages = document.pages.filter { $0.side == side }
    return document
  }
}

extension Page.Side: ExpressibleByArgument {}
