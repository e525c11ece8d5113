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
