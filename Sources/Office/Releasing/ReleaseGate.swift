import Certificates
import Diagnostics
import DisplayList
import Forms
import PrintDesk
import Seals
import Store

/// Whether an approved certificate may be released now, asked again at the release itself: what nothing
/// allows is refused (sealing.md §7.6).
struct ReleaseGate: Sendable {
  private let approval: Approval
  private let certificate: Certificate
  private let layout: Layout
  private let issuer: Issuer
  private let policies: Policies

  init(_ approved: ApprovedCase, issuer: Issuer, policies: Policies) {
    approval = approved.approval
    certificate = approved.certificate
    layout = approved.form.layout
    self.issuer = issuer
    self.policies = policies
  }

  /// What speaks against the release as such an output.
  func faults(as kind: Output.Kind) -> [Diagnostic] {
    let findings = Findings()
    if !layout.facts.areVerified, !issuer.accepts(form: layout.form, edition: layout.edition) {
      findings.error(
        at: .field("form"), Wording.unacceptedEdition(layout.name), hint: Wording.acceptEdition)
    }
    let mode = policies.sealMode(
      form: certificate.form, destination: certificate.destination, day: certificate.day)
    if mode != approval.sealMode {
      findings.error(at: .field("approval"), Wording.otherMode(approval.sealMode, mode))
    }
    if kind == .file { checkDownload(findings) }
    return findings.diagnostics
  }

  /// Files are handed out only where the policy says so (S2-132), and only of what is valid without
  /// another hand.
  private func checkDownload(_ findings: Findings) {
    let place = Place.field("kind")
    if !policies.allowsDownload(
      form: certificate.form, destination: certificate.destination, day: certificate.day)
    {
      findings.error(
        at: place, Wording.noDownload(certificate.form, certificate.destination),
        hint: Wording.printInstead)
    } else if approval.sealMode != .electronic {
      findings.error(at: place, Wording.sealedByHand)
    } else if approval.printPlace != .local {
      findings.error(at: place, Wording.printedAtChamber)
    }
  }

  /// The seals and signatures that go onto it by the roles of the form's places; none where hands seal, and
  /// none on copies, which have no force.
  ///
  /// - Throws: ``Refusal`` naming each place for which there is no approved seal, or whose owner is
  ///   suspended.
  func seals(
    as kind: Output.Kind, _ repository: any SealRepository
  ) throws -> [MarkRole: KeptSeal] {
    guard approval.sealMode == .electronic, kind != .copy else { return [:] }
    let findings = Findings()
    var chosen: [MarkRole: KeptSeal] = [:]
    for role in roles {
      guard let owner = owner(of: role) else {
        findings.error(at: .field("signatory"), Wording.noSignatory)
        continue
      }
      let seal = SealChoice.seal(for: role, of: owner, among: try repository.seals(of: owner))
      if try repository.isSuspended(owner) {
        findings.error(at: .field(role.rawValue), Wording.suspended(owner.text))
      } else if let seal {
        chosen[role] = seal
      } else {
        findings.error(
          at: .field(role.rawValue), Wording.noSeal(role, owner.text), hint: Wording.enrollSeal)
      }
    }
    try findings.throwErrors()
    return chosen
  }

  /// Whether the seals that an output was reserved with may still be put on it.
  ///
  /// - Throws: ``Refusal`` when one of them was withdrawn or replaced since, or its owner suspended.
  func confirm(_ ids: [String: String], _ repository: any SealRepository) throws -> [MarkRole:
    KeptSeal]
  {
    var seals: [MarkRole: KeptSeal] = [:]
    for (name, id) in ids.sorted(by: { $0.key < $1.key }) {
      guard let role = MarkRole(rawValue: name), let seal = try repository.seal(id) else {
        throw OfficeError(.keptFile, Wording.sealGone(id))
      }
      guard seal.isApproved, try !repository.isSuspended(seal.owner) else {
        throw Refusal(
          Diagnostic(at: .field(name), Wording.sealWithdrawn(id), hint: Wording.regenerate))
      }
      seals[role] = seal
    }
    return seals
  }

  /// Whether the seals on an output are still in force, without a look at their pictures.
  ///
  /// - Throws: ``Refusal`` as ``confirm(_:_:)``.
  func check(_ ids: [String: String], _ repository: any SealRepository) throws {
    for (name, id) in ids.sorted(by: { $0.key < $1.key }) {
      guard let owner = try repository.owner(ofApproved: id), try !repository.isSuspended(owner)
      else {
        throw Refusal(
          Diagnostic(at: .field(name), Wording.sealWithdrawn(id), hint: Wording.regenerate))
      }
    }
  }

  // MARK: Places

  /// The roles of the form's places; the 补发章 only for a certificate issued late (S2-139).
  private var roles: [MarkRole] {
    let faces = [layout.front, layout.continuation] + (layout.overleaf.map { [$0] } ?? [])
    let places = Set(faces.flatMap(\.seals).map(\.role))
    return MarkRole.allCases.filter { role in
      places.contains(role)
        && (role != .retroactiveSeal || certificate.circumstances.isRetroactive)
    }
  }

  private func owner(of role: MarkRole) -> SealOwner? {
    switch role {
    case .companySeal: .enterprise(approval.enterprise)
    case .signatorySignature:
      approval.signatory.map { .signatory(enterprise: approval.enterprise, id: $0) }
    case .issuerSeal, .retroactiveSeal: .issuer
    case .officerSignature: .officer(approval.officer)
    }
  }
}
