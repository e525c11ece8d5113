import ArgumentParser
import CairoOutput
import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Notation
import Typesetting
import Typography

/// `layout`: for people who make forms.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Checks layouts and draws their frames.",
    subcommands: [LayoutCheckCommand.self, LayoutProofCommand.self])
}

/// `layout check`: every fault of every data file.
struct LayoutCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports every fault with file, line and column; verifies the fonts' checksums.",
    discussion: """
      Errors refuse a layout. Warnings (days that no edition serves) and information (what is not
      verified) are told and do not. Each edition is also filled in with sample certificates, to see
      whether their texts fit.

      EXAMPLES
        originpress layout check
        originpress layout check C --json
      """)

  @Argument(help: "Form codes, or documents such as calibration; all when none is given.")
  var forms: [String] = []

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let press = try Press(shared)
    let findings = Findings()
    let checked = try LayoutAudit(press: press, findings: findings).run(forms: forms)
    try findings.throwErrors()
    if !findings.diagnostics.isEmpty {
      Complaint.write(findings.diagnostics, asJSON: shared.json)
    }
    if shared.json {
      print(JSONWriter.text(["checked": .list(checked.map(JSONValue.text))]))
    } else {
      print("checked: \(checked.joined(separator: ", "))")
    }
  }
}

/// `layout proof`: the form with its frames.
struct LayoutProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof",
    abstract: "Draws a form with its frames and box names.",
    discussion: """
      EXAMPLES
        originpress layout proof C -o c.pdf
        originpress layout proof RCEP --edition 2023 -o rcep.png
      """)

  @Argument(help: "The form code, or a document such as application or calibration.")
  var form: String

  @Option(help: "The edition; the newest by default.")
  var edition: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Output .pdf or .png.", valueName: "out"))
  var output: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let press = try Press(shared)
    let format = try OutputFormat.chosen(stated: nil, for: output)
    let layout = try press.layout(form: form, edition: edition)
    let document = try press.typesetter(device: nil).proof(
      of: layout, context: try press.context(for: layout))
    let rendering = Rendering(
      press: press, content: .full, side: .both, resolution: nil, isMono: false)
    try rendering.write([document], as: format, to: output)
  }
}
