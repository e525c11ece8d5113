import ArgumentParser
import Certificates
import Diagnostics
import DisplayList

/// What is made from a certificate: itself, or a document beside it (S3-06, S3-32).
enum DocumentKind: String, CaseIterable, ExpressibleByArgument {
  case certificate, application, invoice, material

  /// Refuses contents that a document does not have: only certificates have preprinted stock
  /// (S3-32), and nothing is printed blank (S3-33).
  func check(_ content: Content) throws(Refusal) {
    guard self != .certificate, content != .full else { return }
    throw Refusal(Diagnostic(at: Place(), Wording.onlyFull(rawValue)))
  }

  /// A form, and where it matters a destination, whose certificates take the document.
  func example(_ policies: Policies) -> (form: String, destination: String?)? {
    guard self == .material else { return policies.kinds.first.map { ($0.code, nil) } }
    return policies.materialPages.rows.first { $0.value }
      .map { ($0.form, $0.destinations?.first) }
  }

  /// Refuses duplicates, copies and void ones of other documents: only certificates have them.
  func check(_ copy: CopyChoice?) throws(Refusal) {
    guard self != .certificate, let copy, copy != .draft, copy != .specimen else { return }
    throw Refusal(Diagnostic(at: Place(), Wording.onlyOfCertificates(copy.rawValue)))
  }

  /// Refuses the page of materials where the certificate takes none (S3-06).
  func check(_ certificate: Certificate, _ policies: Policies) throws(Refusal) {
    let isTaken = policies.hasMaterialPage(
      form: certificate.form, destination: certificate.destination, day: certificate.day)
    guard self == .material, !isTaken else { return }
    throw Refusal(Diagnostic(at: .field("destination"), Wording.noMaterialPage))
  }
}
