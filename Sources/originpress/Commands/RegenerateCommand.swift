import ArgumentParser
import Office
import PrintDesk

/// `regenerate`: 重新生成, before the first print.
struct RegenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regenerate",
    abstract: "Makes an original anew that has not left yet, with the newest seals (重新生成).",
    discussion: """
      The number stays, the serial is new, the older output is void. What was printed or handed out is
      never made anew.

      EXAMPLES
        originpress regenerate c.json --data DIR
        originpress regenerate 26C1100B0001/00001 --data DIR --json
      """)

  @OptionGroup var subject: SubjectOptions

  @Flag(help: "The new original is a file, to be handed out with 'issue -o'.")
  var asFile = false

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let office = try options.office()
    let keys = try await office.keys(subject.keys)
    let request = try subject.request(kind: asFile ? .file : .original, office.press)
    let output = try await office.alone {
      try await Releasing(office.context, keys: keys).regenerate(request)
    }
    OutputReport(output).write(asJSON: options.shared.json)
  }
}
