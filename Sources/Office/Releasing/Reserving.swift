import Certificates
import Diagnostics
import PrintDesk
import Store

/// Makes ready what a reservation asks for, before its unit of work begins.
struct Reserving {
  let office: OfficeContext

  init(_ office: OfficeContext) { self.office = office }

  /// A reservation for an approved certificate.
  ///
  /// - Throws: ``Refusal`` for a site without a shape of serials.
  func reservation(
    of approved: ApprovedCase, kind: Output.Kind, device: String, key: String? = nil
  ) throws -> Reservation {
    let issuer = try office.workshop.issuer()
    let policies = try office.workshop.policies(of: approved.certificate.form)
    let day = office.surroundings.today()
    guard let shape = policies.serialShape(profile: issuer.numberProfile, day: day) else {
      throw Refusal(
        Diagnostic(at: .field("serial"), Wording.noSerialShape(issuer.numberProfile)))
    }
    return Reservation(
      approval: approved.approval, gate: ReleaseGate(approved, issuer: issuer, policies: policies),
      shape: shape, kind: kind, device: device, requestKey: key,
      moment: office.surroundings.now(), day: day)
  }

  /// A reservation for what takes an output's place: for the same device, and paper where it was a file.
  ///
  /// - Throws: ``Refusal`` for an unknown output.
  func reservation(ofOutput id: String) async throws -> Reservation {
    let output = try await office.store.read { try $0.knownRun(id).output }
    let approved = try await CaseFinder(office).approved(.number(output.number))
    let kind = output.kind == .file ? .original : output.kind
    return try reservation(of: approved, kind: kind, device: output.device)
  }
}
