import ArgumentParser
import Diagnostics
import Office
import PrintDesk

/// `desk print`.
struct DeskPrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Prints what is left of an output: a replacement, a back page, a continuation sheet.",
    discussion: """
      A release that was interrupted is finished first.

      EXAMPLES
        originpress desk print O-00000002 --to counter-2 --operator li
        originpress desk print O-00000002 --to counter-2 --tray tray-2 --top 0001234 --operator li
      """)

  @Argument(help: "The output's id.")
  var output: String

  @OptionGroup var printing: PrintOptions
  @OptionGroup var person: OperatorOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard printing.to != nil else { throw ValidationError("Name a printer with --to.") }
  }

  func run() async throws {
    let office = try options.office()
    let keys = try await office.keys(keys)
    _ = try await office.alone {
      try await Releasing(office.context, keys: keys).finish(output)
    }
    let report = try await printing.print(
      output, office, keys: keys, by: try person.identification(), asJSON: options.shared.json)
    report.write(asJSON: options.shared.json)
  }
}

/// A certificate of which another output is made, and where that is printed.
struct AnotherOptions: ParsableArguments {
  @Argument(help: "The certificate's number.")
  var number: String

  @OptionGroup var printing: PrintOptions

  @Option(help: ArgumentHelp("Device profile of printers/ to set for.", valueName: "profile"))
  var device: String?

  @Option(
    help: ArgumentHelp(
      "Makes a repeated request the same one: it gives the same output.", valueName: "key"))
  var requestKey: String?

  @OptionGroup var person: OperatorOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var options: OfficeOptions

  /// Adds and releases one, and prints it where a printer is named.
  func make(_ kind: Output.Kind) async throws {
    let office = try options.office()
    let keys = try await office.keys(keys)
    let person = try person.identification()
    let request = Releasing.Request(
      subject: .number(number), kind: kind,
      device: try await device(office), requestKey: requestKey)
    let output = try await office.alone {
      try await Releasing(office.context, keys: keys).repeated(request)
    }
    guard printing.to != nil else {
      return OutputReport(output).write(asJSON: options.shared.json)
    }
    let report = try await printing.print(
      output.id, office, keys: keys, by: person, asJSON: options.shared.json)
    report.write(asJSON: options.shared.json)
  }

  private func device(_ office: FrontOffice) async throws -> String? {
    if let device { return device }
    guard let name = printing.to else { return nil }
    return try await PrinterCare(office.context).printer(name).profile
  }
}

/// `desk duplicate`.
struct DeskDuplicateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicate",
    abstract: "Makes the duplicate of a lost original (失证副本), after an approved request.",
    discussion: """
      It shows the original's serial; afterwards the original is never printed anew. One whose paper spoiled
      is made again under the same ordinal, without another request.

      EXAMPLES
        originpress desk request 26C1100B0001/00001 duplicate --note 'lost by the courier' --operator li
        originpress desk review R-00000001 --approve --officer wang
        originpress desk duplicate 26C1100B0001/00001 --to counter-2 --operator li
      """)

  @OptionGroup var another: AnotherOptions

  func run() async throws { try await another.make(.duplicate) }
}

/// `desk copy`.
struct DeskCopyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Makes an extra copy (加打副本), after an approved request.")

  @OptionGroup var another: AnotherOptions

  func run() async throws { try await another.make(.copy) }
}

/// `desk reprint`.
struct DeskReprintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint",
    abstract: "Carries out an approved reprint request (重新打印): the old serial is void.")

  @Argument(help: "The certificate's number.")
  var number: String

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let outcome = try await Reprinting(try options.office().context).reprint(
      number, by: person.identification())
    OutcomeReport(outcome).write(asJSON: options.shared.json)
  }
}

/// `desk reset`.
struct DeskResetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "An officer has the original printed anew without a request (重置打印).")

  @Argument(help: "The certificate's number.")
  var number: String

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let outcome = try await Reprinting(try options.office().context).reset(
      number, by: person.identification())
    OutcomeReport(outcome).write(asJSON: options.shared.json)
  }
}
