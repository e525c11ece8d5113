import ArgumentParser
import Certificates
import Diagnostics
import Notation
import Office
import PrintDesk

/// `desk queue`.
struct DeskQueueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "What waits to be printed, looked at or decided.")

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let office = try options.office()
    let (runs, requests) = try await DeskOverview(office.context).queue()
    guard options.shared.json else {
      runs.forEach { print(RunReport($0).text) }
      requests.forEach { print(RequestReport($0).text) }
      if runs.isEmpty && requests.isEmpty { print(Wording.nothingWaits.text(in: Outside.language)) }
      return
    }
    let answer: JSONValue = [
      "runs": .list(runs.map { RunReport($0).json }),
      "requests": .list(requests.map { RequestReport($0).json }),
    ]
    print(JSONWriter.text(answer), terminator: "")
  }
}

/// `desk status`.
struct DeskStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Everything about the printing of one certificate.")

  @Argument(help: "The certificate's number, or the id of one of its outputs.")
  var subject: String

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let known = try await DeskOverview(try options.office().context).known(subject)
    CaseReport(known).write(asJSON: options.shared.json)
  }
}

/// `desk report`.
struct DeskReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The day's account of outputs, sheets, passes and stock.",
    discussion: """
      Who acted is asserted by a PIN. 'unaccounted' is 0 when everything is in one final state or open.

      EXAMPLES
        originpress desk report
        originpress desk report --day 2026-11-24 --json
      """)

  @Option(help: ArgumentHelp("The day; today if left out.", valueName: "yyyy-mm-dd"))
  var day: CalendarDate?

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let day = day ?? Outside.today
    let report = try await DeskOverview(try options.office().context).report(
      day: day, moments: Outside.moments(of: day))
    guard options.shared.json else {
      print(DayText(report).text)
      return
    }
    print(JSONWriter.text(report.json), terminator: "")
  }
}
