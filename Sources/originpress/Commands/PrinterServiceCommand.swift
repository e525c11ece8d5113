import ArgumentParser
import Notation
import Office
import PrintDesk

/// `printer service`.
struct PrinterServiceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service",
    abstract: "Notes that somebody worked on a printer: its calibrations have to be confirmed.",
    discussion: """
      EXAMPLES
        originpress printer service counter-2 --operator li
        originpress printer calibrate counter-2 --stock L --sheet --check    then a second sheet
      """)

  @Argument(help: "The printer, as the register names it.")
  var name: String

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let office = try options.office().context
    let kept = try await PrinterCare(office).serviced(name, by: try person.identification())
    CalibrationList(kept, try await Calibrating(office).formPitches(at: name))
      .write(asJSON: options.shared.json)
  }
}
