import ArgumentParser
import Notation

/// `forms`: what can be made.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "Lists forms, editions, dates, caps, back pages, ink rule and wording state.",
    discussion: """
      EXAMPLES
        originpress forms
        originpress forms --json
        originpress forms --gallery gallery      a page with pictures of all: gallery/index.html
      """)

  @Option(
    help: ArgumentHelp(
      "Writes a page with pictures of every form, edition and side.", valueName: "dir"))
  var gallery: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let press = try Press(shared)
    if let gallery {
      let page = try Gallery(press: press, folder: gallery).write()
      print(shared.json ? JSONWriter.text(["gallery": .text(page)]) : "look at \(page)")
      return
    }
    let reports = try FormReport.all(press)
    if shared.json {
      print(JSONWriter.text(.list(reports.map(\.json))))
    } else {
      for report in reports { print(report.text) }
    }
  }
}
