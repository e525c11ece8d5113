import ArgumentParser
import Office
import PrintDesk

/// `desk events`.
struct DeskEventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Every change of outputs, sheets, passes and numbered stock, in order.",
    discussion: """
      A line for each, with --json an object: 'event' counts from 1 without gaps, so that a program that
      follows goes on behind the last one it has. A burned pass states the SHA-256 of the document that is
      sent, a released output that of its file. Written in one step with the change itself: none is
      missing, none is made up, none is ever taken back.

      EXAMPLES
        originpress desk events
        originpress desk events --after 1200 --follow --json
      """)

  @Option(help: ArgumentHelp("Only those behind this one.", valueName: "event"))
  var after = 0

  @Flag(help: "Goes on with what comes, until it is ended.") var follow = false

  @OptionGroup var options: OfficeOptions

  private static let page = 1_000
  private static let pause = Duration.milliseconds(500)

  func validate() throws {
    guard after >= 0 else { throw ValidationError("--after takes 0 or more.") }
  }

  func run() async throws {
    let overview = DeskOverview(try options.office().context)
    var last = after
    while true {
      let events = try await overview.events(after: last, limit: Self.page)
      for event in events { Outside.say(EventReport(event).line(asJSON: options.shared.json)) }
      last = events.last?.ordinal ?? last
      if !events.isEmpty { continue }
      guard follow else { return }
      try await Task.sleep(for: Self.pause)
    }
  }
}
