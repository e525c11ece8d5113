import ArgumentParser
import Devices
import Diagnostics
import Foundation
import Measures
import Notation
import Office
import PrintDesk
import Printers

/// `printer calibrate`: from a sheet that is read with a ruler to overprint that meets the form.
struct PrinterCalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Finds how far a printer prints off, and corrects it on preprinted forms.",
    discussion: """
      1. --sheet prints marks with scales; the sheet itself says how a ruler reads them to 0.1 mm. Plain paper \
      lies in the tray that is calibrated; numbered sheets are stored before ('stock store').
      2. --reading MARK=X,Y enters what was read; left out, a terminal asks for one mark after the other.
      3. --sheet --check prints a second sheet with the correction; --check with its readings confirms it.
      With --form the marks are brackets for the corners of that form's frame, printed upon a spoiled sheet of \
      it; read is the tick that the form's line meets, as 1=0.5,-1.
      What goes onto preprinted forms is moved from then on, what goes onto blank paper never. A new lot \
      ('stock receive') and 'printer service' have it confirmed again. A picture of a form for the screen, \
      never for its paper: 'originpress render FILE -o form.png --content blank'.
      With --forms N an impact printer strikes a line at the same place of N forms. What is read of the first and \
      the last, as 1=40.0 and 10=39.4, says how long the forms really are, so that a stack never drifts.

      EXAMPLES
        originpress printer calibrate counter-2 --tray tray-2 --stock L --sheet
        originpress printer calibrate counter-2 --tray tray-2 --stock L \\
          --reading 1=31.2,39.6 --reading 2=181.2,39.6 --operator li
        originpress printer calibrate counter-2 --tray tray-2 --stock L \\
          --sheet --check
        originpress printer calibrate counter-2 --tray tray-2 --stock L \\
          --check --operator li
        originpress printer calibrate counter-2 --tray tray-2 --stock L \\
          --form L --sheet --check
        originpress printer calibrate pins --stock L --forms 10 --sheet
        originpress printer calibrate pins --stock L --forms 10 --reading 1=40 --reading 10=39.4 --operator li
        originpress printer calibrate counter-2 --sheet -o sheet.pdf
        originpress printer calibrate counter-2 --show --json
      """)

  @Argument(help: "The printer, as the register names it.")
  var name: String

  @Option(help: "Its tray; the first one of the profile if left out.")
  var tray: String?

  @Option(help: ArgumentHelp("The series of preprinted forms.", valueName: "series"))
  var stock: String?

  @Option(help: "The side of the sheet: front or back.")
  var side = CalibrationPlace.Side.front

  @Option(help: ArgumentHelp("Marks at the frame of this form.", valueName: "form"))
  var form: String?

  @Option(help: ArgumentHelp("A run of so many forms, for their length.", valueName: "count"))
  var forms: Int?

  @Flag(help: "Prints the sheet.")
  var sheet = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Writes the sheet as a .pdf, .prn or .png instead.", valueName: "out"))
  var output: String?

  @Option(
    name: .customLong("reading"), parsing: .singleValue,
    help: ArgumentHelp(
      "What was read at a mark, or of a form of a run; repeatable.", valueName: "mark=x,y"))
  var readings: [String] = []

  @Flag(help: "The second sheet, which is printed with the calibration.")
  var check = false

  @Flag(help: "Shows what is kept.")
  var show = false

  @OptionGroup var person: KeeperOptions
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard output == nil || sheet else {
      throw ValidationError("--output goes with --sheet.")
    }
    guard !show || !sheet && readings.isEmpty && !check else {
      throw ValidationError("--show goes alone.")
    }
    guard !sheet || readings.isEmpty else {
      throw ValidationError("First --sheet, then its readings.")
    }
    guard forms == nil || form == nil && side == .front else {
      throw ValidationError("A run of forms has neither --form nor --side back.")
    }
    guard sheet || show || person.person != nil else {
      throw ValidationError("Say who read the sheet with --operator.")
    }
  }

  func run() async throws {
    let office = try options.office()
    let calibrating = Calibrating(office.context)
    if show {
      return CalibrationList(
        try await calibrating.all(at: name), try await calibrating.formPitches(at: name)
      ).write(asJSON: options.shared.json)
    }
    guard sheet else {
      return try await forms == nil ? enter(calibrating) : enterRun(calibrating)
    }
    if let output {
      let files = try await calibrating.files(
        of: subject, isSecond: check, as: try OutputFormat.ofSheet(at: output))
      return try OutputFile.write(files, to: output)
    }
    try await office.alone(at: name) { try await print(calibrating) }
  }

  private var subject: CalibrationSubject {
    CalibrationSubject(
      printer: name, tray: tray, series: stock, side: side, form: form, forms: forms)
  }

  private func print(_ calibrating: Calibrating) async throws {
    let job = try await calibrating.job(for: subject, isSecond: check)
    let address = try PrinterAddress(parsing: job.printer.address)
    let end = try await PlainPrint(transport: address.transport(), isJSON: options.shared.json)
      .print(job.document, job.ticket)
    try end.mustBeCompleted()
  }

  /// Keeps or confirms what was read.
  private func enter(_ calibrating: Calibrating) async throws {
    let entry = ReadingEntry(
      marks: try await calibrating.marks(of: subject), isUponForm: form != nil)
    let values = try entry.readings(readings)
    let reader = try person.identification()
    guard check else {
      let kept = try await calibrating.keep(values, for: subject, by: reader)
      return try CalibrationAnswer(kept, check: nil).write(asJSON: options.shared.json)
    }
    let (found, kept) = try await calibrating.check(values, of: subject, by: reader)
    try CalibrationAnswer(kept, check: found).write(asJSON: options.shared.json)
  }

  /// Keeps or confirms what was read of a run of forms.
  private func enterRun(_ calibrating: Calibrating) async throws {
    let values = try FormReadingEntry.readings(readings)
    let reader = try person.identification()
    guard check else {
      let kept = try await calibrating.keep(values, ofRun: subject, by: reader)
      return try CalibrationAnswer(kept, check: nil).write(asJSON: options.shared.json)
    }
    let (found, kept) = try await calibrating.check(values, ofRun: subject, by: reader)
    try CalibrationAnswer(kept, check: found).write(asJSON: options.shared.json)
  }
}

extension CalibrationPlace.Side: ExpressibleByArgument {}
