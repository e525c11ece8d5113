import Credentials
import Diagnostics
import Notation
import Signing

/// What `verify` says of a certificate, for people and for scripts.
struct Verdict {
  /// The answer's name.
  private let name: String
  private let message: Message
  private let record: CertificateRecord?
  private let fault: SignatureFault?
  /// Whether the certificate is what it says.
  let isGood: Bool

  /// By the published keys alone.
  init(_ check: RecordCheck) {
    name = check.name
    message = Wording.credential(check.name)
    record = check.record
    fault = nil
    if case .signed = check { isGood = true } else { isGood = false }
  }

  /// By register and log.
  init(_ found: (answer: CredentialCheck.Answer, record: CertificateRecord?)) {
    name = found.answer.name
    message = Wording.answer(found.answer)
    record = found.record
    fault = nil
    isGood = found.answer == .valid
  }

  /// By a file's signature, where the file is not one that the register knows.
  ///
  /// - Parameters:
  ///   - fault: what is wrong with the signature; `nil` when it is good.
  ///   - answer: the register's answer; `nil` without one.
  init(fault: SignatureFault?, answer: CredentialCheck.Answer?) {
    self.fault = fault
    record = nil
    isGood = fault == nil && answer == nil
    if let fault {
      (name, message) = (Self.altered, fault.message)
    } else if let answer {
      (name, message) = (answer.name, Wording.answer(answer))
    } else {
      (name, message) = ("signed", Wording.fileSigned)
    }
  }

  private static let altered = "altered"

  /// Why it is refused.
  var refusal: Message { record == nil ? Wording.noCredential : message }

  /// Writes the verdict with the fields to compare, in the order that `order` gives for a record.
  func write(asJSON: Bool, order: (CertificateRecord) -> [String]) {
    let fields = record.map { $0.fields(order: order($0)) } ?? []
    if asJSON { return print(JSONWriter.text(json(fields)), terminator: "") }
    print(message.text(in: Outside.language))
    for field in fields {
      let label = Outside.language == .chinese ? field.label.chinese : field.label.english
      print("  \(label): \(field.text)")
    }
  }

  private func json(_ fields: [RecordField]) -> JSONValue {
    .object([
      "answer": .text(name), "valid": .bool(isGood), "message": .text(message.english),
      "fault": fault.map { .text($0.message.key) },
      "fields": .list(
        fields.map { field in
          [
            "name": .text(field.name), "label": .text(field.label.english),
            "labelChinese": .text(field.label.chinese), "value": .text(field.text),
          ]
        }),
      "contentHash": record.map { .text(Hex.encode($0.contentHash)) },
    ])
  }
}
