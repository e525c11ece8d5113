import ArgumentParser
import Certificates
import Diagnostics
import Forms
import Foundation
import Notation
import Typesetting

/// `check`: what is wrong with a certificate.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a certificate and reports every fault by its field.",
    discussion: """
      EXAMPLES
        originpress check c.json
        originpress sample RCEP | originpress check - --json
      """)

  @Argument(help: "The certificate's JSON file; '-' is standard input.")
  var file: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let press = try Press(shared)
    let desk = FormDesk(press: press, device: nil)
    let checked = try desk.certificate(from: InputFile.read(file), named: file)
    _ = try desk.document(of: checked.form, as: .draft)
    if !checked.warnings.isEmpty { Complaint.write(checked.warnings, asJSON: shared.json) }
    if shared.json {
      print(
        JSONWriter.text([
          "valid": true, "form": .text(checked.form.certificate.form),
          "contentHash": .text(checked.form.certificate.contentHash),
        ]), terminator: "")
    } else {
      print("\(InputFile.shownName(file)): valid (\(checked.form.certificate.contentHash))")
    }
  }
}
