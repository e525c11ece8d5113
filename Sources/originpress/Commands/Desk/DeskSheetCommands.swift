import ArgumentParser
import Credentials
import Diagnostics
import Office
import PrintDesk

/// An output and one of its sheets, and who says something of it.
struct SheetOptions: ParsableArguments {
  @Argument(help: "The output's id, such as O-00000012.")
  var output: String

  @Option(help: "The sheet, from 1; the one that waits if left out.")
  var sheet: Int?

  @OptionGroup var person: OperatorOptions
}

/// `desk confirm`.
struct DeskConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "A sheet was looked at and is good (打印成功).",
    discussion: """
      EXAMPLES
        originpress desk confirm O-00000001 --typed 0001 --operator li
        originpress desk confirm O-00000001 --scanned 'HTTPS://VERIFY.EXAMPLE.ORG/V/…' --operator li
        originpress desk confirm O-00000002 --typed CR0001234 --operator li     a numbered sheet
      """)

  @OptionGroup var sheet: SheetOptions

  @Option(
    help: ArgumentHelp("What a scanner read from the sheet's code.", valueName: "text"))
  var scanned: String?

  @Option(
    help: ArgumentHelp(
      "The last 4 or more characters of the serial on the sheet; of a numbered sheet, of its number.",
      valueName: "text"))
  var typed: String?

  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard scanned != nil || typed != nil else {
      throw ValidationError("Give --scanned or --typed, read from the sheet itself.")
    }
  }

  func run() async throws {
    let office = try options.office()
    let run = try await SheetDecisions(office.context).good(
      sheet.sheet, of: sheet.output, try look(), by: sheet.person.identification())
    RunReport(run).write(asJSON: options.shared.json)
  }

  private func look() throws(Refusal) -> Look {
    guard let scanned else { return Look(code: nil, typed: typed) }
    guard let record = RecordLink(scanned).flatMap({ CertificateRecord($0.record.payload) }) else {
      throw Refusal(Diagnostic(at: .field("scanned"), Wording.noCodeOfOurs))
    }
    return Look(code: Look.Code(number: record.number, serial: record.serial), typed: typed)
  }
}

/// `desk turned`.
struct DeskTurnedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turned",
    abstract: "A sheet lies turned in the tray; 'desk print' prints its back page.")

  @OptionGroup var sheet: SheetOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let run = try await SheetDecisions(try options.office().context).turned(
      sheet.sheet, of: sheet.output, by: sheet.person.identification())
    RunReport(run).write(asJSON: options.shared.json)
  }
}

/// `desk jam`.
struct DeskJamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jam", abstract: "A sheet is not good: 卡纸, 走纸错位, 未出纸, 缺墨, or lost.",
    discussion: """
      The output is void; an original is reserved anew with a new serial. That a sheet is lost is confirmed
      by a second person.

      EXAMPLES
        originpress desk jam O-00000001 --operator li
        originpress desk jam O-00000001 --cause lost --operator li --witness wang
      """)

  /// What people say became of a sheet.
  enum Cause: String, CaseIterable, ExpressibleByArgument {
    case jam, misfeed, damaged, lost, other
    case noInk = "no-ink"
    case nothingCameOut = "nothing-came-out"
  }

  @OptionGroup var sheet: SheetOptions

  @Option(help: "What became of it.")
  var cause = Cause.jam

  @OptionGroup var witness: WitnessOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    guard let cause = SpoilCause(rawValue: cause.rawValue) else {
      preconditionFailure("every cause of the command is one of the register")
    }
    let outcome = try await SheetDecisions(try options.office().context).failed(
      sheet.sheet, of: sheet.output, cause, by: sheet.person.identification(),
      witness: witness.identification())
    OutcomeReport(outcome).write(asJSON: options.shared.json)
  }
}

/// `desk void`.
struct DeskVoidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Takes an output back before its first print (作废), or out of force.",
    discussion: """
      EXAMPLES
        originpress desk void O-00000001 --officer li               nothing of it was printed
        originpress desk void O-00000001 --officer li --annul       it is outside already
      """)

  @Argument(help: "The output's id.")
  var output: String

  @Flag(help: "Takes an issued output out of force.")
  var annul = false

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let withdrawing = Withdrawing(try options.office().context)
    let officer = try person.identification()
    let run =
      try await annul
      ? withdrawing.annul(output, by: officer) : withdrawing.withdraw(output, by: officer)
    RunReport(run).write(asJSON: options.shared.json)
  }
}
