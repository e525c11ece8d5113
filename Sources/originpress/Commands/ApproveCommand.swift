import ArgumentParser
import Certificates
import Diagnostics
import Foundation
import Notation
import Office

/// `approve`: an officer's word that exactly this certificate may be issued.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approves a certificate; gives it its number.",
    discussion: """
      The approval holds for exactly these contents. It gives the certificate its number, and the place
      and date of signing where the file states none. The same file approved again gives the same
      approval.

      EXAMPLES
        originpress approve c.json --officer li --print-place local --enterprise 1100B0001 \\
          --signatory zhang --data DIR
        originpress approve c.json --officer li --print-place chamber -o approved.json --data DIR
      """)

  @Argument(help: "The certificate's JSON file; '-' is standard input.")
  var file: String

  @OptionGroup var person: PINOptions

  @Option(help: "local (企业本地) or chamber (贸促会).")
  var printPlace: Approval.PrintPlace

  @Option(
    help: ArgumentHelp(
      "The enterprise's code; left out, it is read from the certificate's number.",
      valueName: "code"))
  var enterprise: String?

  @Option(
    help: ArgumentHelp("The signatory (手签员) who signs for the enterprise.", valueName: "id"))
  var signatory: String?

  @Option(help: "The enterprise's own 1 to 3 letters or digits before running numbers (none).")
  var prefix = ""

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Writes the approved certificate, with its number.", valueName: "out"))
  var output: String?

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let office = try options.office()
    let draft = try FormDesk(press: office.press, device: nil)
      .draft(from: InputFile.read(file), named: file)
    let outcome = try await Approving(office.context).approve(
      Approving.Request(
        draft: draft, officer: try person.identification(), printPlace: printPlace,
        enterprise: enterprise, signatory: signatory, prefix: prefix))
    if !outcome.warnings.isEmpty {
      Complaint.write(outcome.warnings, asJSON: options.shared.json)
    }
    if let output {
      try OutputFile.write(Data(JSONWriter.bytes(outcome.certificate.draft.json)), to: output)
    }
    if output != "-" { ApprovalReport(outcome.approval).write(asJSON: options.shared.json) }
  }
}

extension Approval.PrintPlace: ExpressibleByArgument {}
