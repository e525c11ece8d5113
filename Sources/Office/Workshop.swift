package import CairoOutput
package import Certificates
package import Devices
package import Forms
package import Typesetting
package import Typography

/// What use cases need of layouts, policies, fonts and device profiles: read from files by the front,
/// handed over as values.
package protocol Workshop: AnyObject {
  /// The issuing body.
  func issuer() throws -> Issuer
  /// The policy tables; with a form at least that form's rows.
  func policies(of form: String?) throws -> Policies
  /// The edition of a form that serves a day.
  func layout(form: String, day: CalendarDate) throws -> Layout
  /// The typesetter for a device profile.
  func typesetter(device: String?) throws -> Typesetter
  /// What turns documents into PDF files.
  func pdfRenderer() throws -> PDFRenderer
  /// The fonts, for what turns pages into raster.
  func fonts() throws -> FontCatalogue
  /// The profile of a device.
  func device(_ name: String) throws -> DeviceProfile
  /// SHA-256 in hexadecimal of everything a document of the layout is made with beside the certificate,
  /// by name: the layout's files, policies, the issuing body, fonts, the device profile.
  func inputs(of layout: Layout, device: String) throws -> [String: String]
}

extension Workshop {
  /// What holds for the words of a sheet that shows no certificate.
  func plainContext(day: CalendarDate) throws -> FieldContext {
    let policies = try policies(of: nil)
    guard let kind = policies.kinds.first else { preconditionFailure("a site has kinds of forms") }
    return FieldContext(kind: kind, day: day, issuer: try issuer(), policies: policies)
  }

  /// Binds a certificate to the edition that serves its day.
  func bind(_ certificate: Certificate) throws -> BoundForm {
    let policies = try policies(of: certificate.form)
    guard let kind = policies.kind(certificate.form) else {
      preconditionFailure("a certificate of an unknown kind passed the rules")
    }
    let context = FieldContext(
      certificate: certificate, kind: kind, issuer: try issuer(), policies: policies)
    return BoundForm(
      layout: try layout(form: certificate.form, day: certificate.day), certificate: certificate,
      context: context)
  }
}
