import ArgumentParser
import Certificates
import Notation
import Office
import PrintDesk
import Printers

/// `printer list`.
struct PrinterListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the queues of the CUPS server, or the desk's printers.")

  @OptionGroup var server: ServerOptions

  @Flag(help: "Lists the printers that the desk's register names.") var desk = false

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    if desk { return try await listDesk() }
    let queues = try await Printer.list(on: try server.cups)
    if options.shared.json {
      print(JSONWriter.text(.list(queues.map(Self.json))))
      return
    }
    if queues.isEmpty { print("no queues") }
    for queue in queues {
      let mark = queue.isDefault ? "*" : " "
      let model = queue.status.makeAndModel ?? ""
      print("\(mark) \(queue.name)  \(queue.status.state.rawValue)  \(model)")
    }
  }

  private func listDesk() async throws {
    let printers = try await PrinterCare(try options.office().context).all()
    guard options.shared.json else {
      return printers.forEach {
        print("\($0.name)  \($0.place.rawValue)  \($0.profile)  \($0.address)")
      }
    }
    print(JSONWriter.text(.list(printers.map(\.json))), terminator: "")
  }

  private static func json(_ queue: PrinterSummary) -> JSONValue {
    .object([
      "name": .text(queue.name), "default": .bool(queue.isDefault),
      "state": .text(queue.status.state.rawValue),
      "stateReasons": .list(queue.status.stateReasons.map { .text($0) }),
      "makeAndModel": queue.status.makeAndModel.map { .text($0) },
    ])
  }
}
