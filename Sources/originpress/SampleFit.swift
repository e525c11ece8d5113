import Certificates
import Diagnostics
import Forms
import Notation
import Typesetting

/// Fills an edition in with a small and a full sample certificate, to see whether their texts fit.
struct SampleFit {
  let press: Press
  let layout: Layout

  /// Reports each box, at its place in the layout, in which a sample has no room.
  func check(_ findings: Findings) throws {
    let policies = try press.policies()
    let report = EditionReport(layout: layout, policies: policies, issuer: try press.issuer())
    guard let example = example(policies) else { return }
    for items in [1, report.fullItems] {
      let draft: CertificateDraft
      do throws(Refusal) {
        draft = try Sample.certificate(
          form: example.form, items: items, destination: example.destination, seed: 1,
          policies: policies, day: report.day)
      } catch {
        error.diagnostics.map(atForm).forEach(findings.report)
        return
      }
      let certificate = try CertificateRules.check(draft, policies: policies).get()
      let sample = try FormDesk(press: press, device: nil).bind(certificate, to: layout)
      // A duplicate bears one mark more than any other output.
      let duplicate = OutputKind.duplicate(ordinal: 1, issued: certificate.day)
      try press.typesetter(device: nil)
        .check(sample.rendered(as: .preview(of: duplicate)), findings)
    }
  }

  /// The form whose sample fills the layout in: its own, or one that takes the document.
  private func example(_ policies: Policies) -> (form: String, destination: String?)? {
    if policies.kind(layout.form) != nil { return (layout.form, nil) }
    return DocumentKind(rawValue: layout.form)?.example(policies)
  }

  /// No sample can be made, which is the policies' fault: told where the layout names its form.
  private func atForm(_ fault: Diagnostic) -> Diagnostic {
    var place = layout.places["form"]
    place.path = fault.place.path
    return Diagnostic(
      fault.severity, at: place, Wording.noSample(layout.form, fault.message), hint: fault.hint)
  }
}
