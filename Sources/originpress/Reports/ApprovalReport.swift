import Certificates
import Diagnostics
import Notation

/// An approval, for people and for scripts.
struct ApprovalReport {
  private let approval: Approval

  init(_ approval: Approval) { self.approval = approval }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else {
      return print(
        Wording.approved(approval.number, by: approval.officer, on: approval.date)
          .text(in: Outside.language))
    }
    print(JSONWriter.text(json), terminator: "")
  }

  private var json: JSONValue {
    .object([
      "number": .text(approval.number), "contentHash": .text(approval.contentHash),
      "officer": .text(approval.officer), "date": .text(approval.date.description),
      "place": .text(approval.place), "printPlace": .text(approval.printPlace.rawValue),
      "sealMode": .text(approval.sealMode.rawValue), "enterprise": .text(approval.enterprise),
      "signatory": approval.signatory.map { .text($0) },
    ])
  }
}
