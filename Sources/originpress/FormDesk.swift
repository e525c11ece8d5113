import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Notation
import Office
import Typesetting

/// Takes a certificate from its file to the finished pages.
struct FormDesk {
  let press: Press
  /// The device profile the pages are set for.
  let device: String?
  /// What is made from the certificates.
  var kind = DocumentKind.certificate

  /// A certificate that passed, bound to its form, with what is still worth a look.
  struct Checked {
    let form: BoundForm
    let warnings: [Diagnostic]
  }

  /// Reads and checks a certificate.
  func certificate(from bytes: Data, named file: String) throws -> Checked {
    let findings = Findings()
    let draft = try draft(from: bytes, named: file, findings)
    let outcome = CertificateRules.check(
      draft, policies: try press.policies(of: draft.form), issuer: try press.issuer())
    let form = try bind(try outcome.get())
    // The other documents take from the certificate what concerns them.
    let unshown = kind == .certificate ? form.unshownFields : []
    return Checked(form: form, warnings: findings.diagnostics + outcome.diagnostics + unshown)
  }

  /// Reads a certificate as it was typed.
  func draft(
    from bytes: Data, named file: String, _ findings: Findings = Findings()
  ) throws(Refusal) -> CertificateDraft {
    let node = try JSONText.parse(bytes, file: InputFile.shownName(file))
    let folder = InputFile.folder(of: file)
    let draft = CertificateDraft(node, findings) { name in
      try MarkFolder(folder: folder).read(name)
    }
    try findings.throwErrors()
    guard let draft else { preconditionFailure("a draft without faults was not read") }
    return draft
  }

  /// Binds a certificate to the edition that serves its day.
  func bind(_ certificate: Certificate) throws -> BoundForm {
    let policies = try press.policies(of: certificate.form)
    try kind.check(certificate, policies)
    let name = kind == .certificate ? certificate.form : kind.rawValue
    let layout = try press.editions(of: name).layout(form: name, day: certificate.day)
    return try bind(certificate, to: layout)
  }

  /// Binds a certificate to an edition.
  func bind(_ certificate: Certificate, to layout: Layout) throws -> BoundForm {
    let policies = try press.policies(of: certificate.form)
    guard let formKind = policies.kind(certificate.form) else {
      preconditionFailure("a certificate of an unknown kind passed the rules")
    }
    let context = FieldContext(
      certificate: certificate, kind: formKind, issuer: try press.issuer(), policies: policies)
    return BoundForm(layout: layout, certificate: certificate, context: context)
  }

  /// Sets a bound certificate.
  func document(of form: BoundForm, as rendition: Rendition) throws -> Document {
    try press.typesetter(device: device ?? usualDevice(of: form.certificate)).document(
      of: form, as: rendition)
  }

  /// The device of the certificate's own form; other documents go on any printer.
  private func usualDevice(of certificate: Certificate) throws -> String? {
    guard kind == .certificate else { return nil }
    return try press.policies(of: certificate.form).usualDevice(of: certificate)
  }
}

/// Reads image marks from the folder of the certificate and from nowhere else.
struct MarkFolder {
  let folder: URL

  /// Beyond this no picture of marks is taken, so there is no use in reading it.
  private static let largest = 16 << 20

  /// The bytes of a file inside the folder; symbolic links may not lead out of it.
  func read(_ name: String) throws -> Data {
    let root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    let file = folder.appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL
    guard file.path.hasPrefix(root + "/") else { throw CocoaError(.fileReadNoPermission) }
    return try InputFile.read(file.path, limit: Self.largest)
  }
}
