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
      EXAMPLES
        originpress layout check
        originpress layout check C --json
      """)

  @Argument(help: "Form codes, application, invoice or material; all when none is given.")
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

/// Checks everything the forms are made of.
struct LayoutAudit {
  let press: Press
  let findings: Findings

  /// Checks the given forms, or all, and gives the names of the editions.
  func run(forms: [String]) throws -> [String] {
    let manifest = try press.fontManifest()
    let fonts = FontSource.live(cacheFolder: Outside.cacheFolder)
    manifest.verify(fonts, findings)
    try findings.throwErrors()
    let roles = Set(manifest.roles.keys.map(\.rawValue))
    _ = try press.devices()
    let known = try press.layoutNames()
    let unknown = forms.first { !known.contains($0) }
    if let unknown { throw LayoutLibrary.unknown(form: unknown, among: known) }
    var checked: [String] = []
    for form in forms.isEmpty ? known : forms {
      for layout in try press.editions(of: form).editions[form] ?? [] {
        try checkFolder(layout, form)
        let checker = LayoutChecker(layout: layout, roles: roles, findings)
        checker.check()
        checker.check(marks: try press.policies())
        if !findings.hasErrors { try set(layout) }
        checked.append(layout.name)
      }
    }
    return checked
  }

  /// The folder tells the form and edition, so that a file is found by its name.
  private func checkFolder(_ layout: Layout, _ name: String) throws {
    let folder = try press.folder(of: name) ?? name
    let expected = "Layouts/\(folder)/\(layout.edition)/layout.yaml"
    if layout.file != expected {
      findings.error(at: Place(file: layout.file), Wording.wrongFolder(expected))
    }
  }

  /// Sets the layout's own words, which shows whether they fit.
  private func set(_ layout: Layout) throws {
    let context = try press.context(for: layout)
    let typesetter = try press.typesetter(device: nil)
    do throws(Refusal) {
      _ = try typesetter.proof(of: layout, context: context)
    } catch {
      error.diagnostics.forEach(findings.report)
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

  @Argument(help: "The form code, application, invoice or material.")
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
