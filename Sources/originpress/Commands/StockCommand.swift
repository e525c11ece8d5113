import ArgumentParser
import Diagnostics
import Notation
import Office
import PrintDesk

/// `stock`: numbered paper.
struct StockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock", abstract: "Numbered paper: received, loaded, counted, destroyed.",
    discussion: """
      EXAMPLES
        originpress stock receive L 0001001 0001500 --operator li
        originpress stock load L 0001001 0001100 --printer counter-2 --tray tray-2 --operator li
        originpress stock count L 0001101 0001500 --operator li       the drawer against the register
        originpress stock destroy L 0001007 0001007 --operator li --witness wang
        originpress stock report L --json
      """,
    subcommands: [
      StockReceiveCommand.self, StockLoadCommand.self, StockStoreCommand.self,
      StockSpoilCommand.self, StockDestroyCommand.self, StockCountCommand.self,
      StockReportCommand.self,
    ])
}

/// A range of numbered sheets, and who handles it.
struct RangeOptions: ParsableArguments {
  @Argument(help: "The series, such as the form code L.")
  var series: String

  @Argument(help: "The first number, as it stands on the paper.")
  var first: String

  @Argument(help: "The last number.")
  var last: String

  @OptionGroup var person: OperatorOptions
  @OptionGroup var options: OfficeOptions

  /// The range.
  func range() throws(Refusal) -> StockRange {
    try StockRange(series: series, first: first, last: last)
  }

  /// Says where the sheets are now.
  func report(_ state: StockSheet.State) throws {
    let count = try range().count
    guard options.shared.json else {
      return print(
        Wording.stocked(count, first, last, state.rawValue).text(in: Outside.language))
    }
    let answer: JSONValue = [
      "series": .text(series), "first": .text(first), "last": .text(last),
      "count": .integer(count), "state": .text(state.rawValue),
    ]
    print(JSONWriter.text(answer), terminator: "")
  }
}

/// A printer's tray.
struct TrayOptions: ParsableArguments {
  @Option(help: "The printer, as the register names it.")
  var printer: String?

  @Option(help: "Its tray; the first one of the profile if left out.")
  var tray: String?

  /// The tray; `nil` where no printer is named.
  var named: Tray? { printer.map { Tray(printer: $0, name: tray ?? "") } }
}

/// `stock receive`.
struct StockReceiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Counts sheets in, into the drawer.")

  @OptionGroup var range: RangeOptions

  func run() async throws {
    try await StockKeeping(try range.options.office().context).receive(
      range.range(), by: range.person.identification())
    try range.report(.inDrawer)
  }
}

/// `stock load`.
struct StockLoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Puts sheets from the drawer into a printer's tray.")

  @OptionGroup var range: RangeOptions
  @OptionGroup var tray: TrayOptions

  func validate() throws {
    guard tray.printer != nil else { throw ValidationError("Name the printer with --printer.") }
  }

  func run() async throws {
    guard let tray = tray.named else { preconditionFailure("a printer is named") }
    try await StockKeeping(try range.options.office().context).load(
      range.range(), into: tray, by: range.person.identification())
    try range.report(.loaded)
  }
}

/// `stock store`.
struct StockStoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Puts sheets back into the drawer: out of a tray, or found again.")

  @OptionGroup var range: RangeOptions

  func run() async throws {
    try await StockKeeping(try range.options.office().context).store(
      range.range(), by: range.person.identification())
    try range.report(.inDrawer)
  }
}

/// `stock spoil`.
struct StockSpoilCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spoil", abstract: "Sheets that are not to be used and bear nothing.")

  @OptionGroup var range: RangeOptions

  func run() async throws {
    try await StockKeeping(try range.options.office().context).spoil(
      range.range(), .damaged, by: range.person.identification())
    try range.report(.spoiled)
  }
}

/// `stock destroy`.
struct StockDestroyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy", abstract: "Spoiled sheets destroyed before two people.")

  @OptionGroup var range: RangeOptions
  @OptionGroup var witness: WitnessOptions

  func validate() throws {
    guard witness.witness != nil else {
      throw ValidationError("Destruction takes two people: name the second with --witness.")
    }
  }

  func run() async throws {
    guard let witness = try witness.identification() else {
      preconditionFailure("a witness is named")
    }
    try await StockKeeping(try range.options.office().context).destroy(
      range.range(), by: range.person.identification(), witness: witness)
    try range.report(.destroyed)
  }
}

/// `stock count`.
struct StockCountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Compares the sheets that lie in the drawer or a tray with the register.",
    discussion: """
      EXAMPLES
        originpress stock count L 0001101 0001500 --operator li
        originpress stock count L 0001050 0001100 --printer counter-2 --tray tray-2 --operator li
      """)

  @OptionGroup var range: RangeOptions
  @OptionGroup var tray: TrayOptions

  @Flag(help: "What is missing is unaccounted for from now on.")
  var markMissing = false

  func run() async throws {
    let count = try await StockKeeping(try range.options.office().context).count(
      [range.range()], series: range.series, tray: tray.named, marksMissing: markMissing,
      by: range.person.identification())
    StockCountReport(count).write(asJSON: range.options.shared.json)
    guard count.agrees else {
      throw Refusal(Diagnostic(at: .field("stock"), Wording.countDiffers))
    }
  }
}

/// `stock report`.
struct StockReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Where every numbered sheet is.")

  @Argument(help: "The series; all if left out.")
  var series: String?

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let sheets = try await StockKeeping(try options.office().context).all(series: series)
    StockReport(sheets).write(asJSON: options.shared.json)
  }
}
