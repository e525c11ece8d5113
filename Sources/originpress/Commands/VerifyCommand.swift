import ArgumentParser
import Certificates
import Credentials
import Diagnostics
import Forms
import Foundation
import Notation

/// `verify`: whether the text of a code is genuine, by the published keys alone.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks the text of a certificate's code without network.",
    discussion: """
      EXAMPLES
        originpress verify HTTPS://CHECK.EXAMPLE.ORG/V/... --keys keylist.json
        zbarimg --quiet --raw scan.png | originpress verify - --keys keylist.json --json

      A genuine code may be copied: compare the fields with the paper, in this order.
      """)

  @Argument(help: "The text of the code; '-' is standard input.")
  var code: String

  @Option(help: "The issuing body's published key list.")
  var keys: String

  @Option(help: "Fingerprint of the key list's root, from the issuing body's printed notice.")
  var root: String?

  @OptionGroup var shared: SharedOptions

  private static let largest = 1 << 20

  func run() throws {
    let list = try KeyList(
      InputFile.read(keys, limit: Self.largest), file: InputFile.shownName(keys))
    let fingerprint = Hex.encode(list.root.fingerprint)
    guard root == nil || root?.lowercased() == fingerprint else {
      throw Refusal(Diagnostic(at: Place(file: keys), Wording.wrongFingerprint(fingerprint)))
    }
    let text = code == "-" ? try readCode() : code
    let check = RecordCheck(text, keys: list)
    let fields = check.record.map { $0.fields(order: order(for: $0)) } ?? []
    if shared.json {
      print(JSONWriter.text(json(check, fields, fingerprint)), terminator: "")
    } else {
      print(Wording.credential(check.name).text(in: Outside.language))
      for field in fields {
        print(
          "  \(Outside.language == .chinese ? field.label.chinese : field.label.english): \(field.text)"
        )
      }
    }
    guard case .signed = check else {
      throw Refusal(Diagnostic(at: Place(), Wording.noCredential))
    }
  }

  private func readCode() throws -> String {
    String(decoding: try InputFile.read("-", limit: Self.largest), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The order of the form's boxes; that of the record where no layout is at hand.
  private func order(for record: CertificateRecord) -> [String] {
    guard let press = try? Press(shared),
      let layout = try? press.editions(of: record.form)
        .layout(form: record.form, day: record.issued)
    else { return [] }
    return layout.fieldOrder
  }

  private func json(
    _ check: RecordCheck, _ fields: [RecordField], _ fingerprint: String
  ) -> JSONValue {
    .object([
      "answer": .text(check.name), "root": .text(fingerprint),
      "fields": .list(
        fields.map { field in
          [
            "name": .text(field.name), "label": .text(field.label.english),
            "labelChinese": .text(field.label.chinese), "value": .text(field.text),
          ]
        }),
      "contentHash": check.record.map { .text(Hex.encode($0.contentHash)) },
    ])
  }
}
