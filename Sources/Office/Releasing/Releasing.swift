import CairoOutput
import Certificates
import Credentials
import Diagnostics
import DisplayList
import Foundation
package import PrintDesk
import Seals
import Signing
import Store

/// Releases originals of approved certificates, in exactly this order (design §3): serial reserved, log
/// entry, record signed, document set, stamped, drawn, signed and checked, log entry with the file's
/// hash, both entries proven.
///
/// Each step is kept before the next begins, so that an interrupted release goes on where it stopped,
/// with the same serial; until its last step nobody gets the file.
package struct Releasing {
  /// What is to be released.
  package struct Request: Sendable {
    /// The certificate.
    package var subject: CaseFinder.Subject
    /// Whether on paper or as a file.
    package var kind: Output.Kind
    /// The device profile it is set for; `nil` for the usual one of its form.
    package var device: String?
    /// Makes a repeated request the same one; `nil` for the live original of the certificate.
    package var requestKey: String?

    /// A request from its parts.
    package init(
      subject: CaseFinder.Subject, kind: Output.Kind, device: String? = nil,
      requestKey: String? = nil
    ) {
      self.subject = subject
      self.kind = kind
      self.device = device
      self.requestKey = requestKey
    }
  }

  let office: OfficeContext
  let keys: SiteKeys
  private let vault: SealVault

  /// The use case in an office, with the site's keys.
  package init(_ office: OfficeContext, keys: SiteKeys) {
    self.office = office
    self.keys = keys
    vault = SealVault(wrappingKey: keys.imageKey, random: office.surroundings.random)
  }

  /// Releases, or finishes a release that was interrupted.
  ///
  /// - Returns: the output, released or further.
  /// - Throws: ``Refusal`` when a rule speaks against it; the errors of keys, log and register. Whatever it
  ///   throws, nothing is released by halves.
  package func release(_ request: Request) async throws -> Output {
    try await release(request, anew: false)
  }

  /// Makes a new original in place of one that has not left yet: same number, new serial, newest
  /// approved seals (重新生成, S2-48); the older one is void.
  ///
  /// - Returns: the new output, released.
  /// - Throws: as ``release(_:)``; also ``Refusal`` for what was printed or handed out already.
  package func regenerate(_ request: Request) async throws -> Output {
    try await release(request, anew: true)
  }

  /// Finishes the release of an output that has its serial already: a replacement, a duplicate, a copy.
  ///
  /// - Returns: the output, released or further.
  /// - Throws: as ``release(_:)``.
  package func finish(_ id: String) async throws -> Output {
    let output = try await office.store.read { try $0.knownRun(id).output }
    let approved = try await CaseFinder(office).approved(.number(output.number))
    let reservation = try Reserving(office).reservation(
      of: approved, kind: output.kind, device: output.device)
    return try await finished(output, of: approved, reservation.gate)
  }

  /// Adds a duplicate (失证重发) or copy (加打副本) of the issued original, released.
  ///
  /// - Returns: the output.
  /// - Throws: ``Refusal`` when nothing asks for one, and as ``release(_:)``.
  package func repeated(_ request: Request) async throws -> Output {
    precondition(!request.kind.isOriginal, "originals are released, not repeated")
    let approved = try await CaseFinder(office).approved(request.subject)
    let reservation = try Reserving(office).reservation(
      of: approved, kind: request.kind,
      device: request.device ?? approved.approval.sealMode.usualDevice,
      key: request.requestKey)
    let output = try await office.store.write { try reservation.another($0) }
    return try await finished(output, of: approved, reservation.gate)
  }

  private func release(_ request: Request, anew isNew: Bool) async throws -> Output {
    let approved = try await CaseFinder(office).approved(request.subject)
    let reservation = try Reserving(office).reservation(
      of: approved, kind: request.kind,
      device: request.device ?? approved.approval.sealMode.usualDevice,
      key: request.requestKey)
    let hasLive = try await office.store.read { unit in
      try unit.outputs.outputs(number: reservation.approval.number).contains(
        where: \.isLiveOriginal)
    }
    if isNew || !hasLive { try await tryPage(of: try reservation.trial(), approved) }
    let output = try await office.store.write { unit in
      isNew ? try reservation.regenerated(unit) : try reservation.output(unit)
    }
    return try await finished(output, of: approved, reservation.gate)
  }

  /// Sets the page with a code as long as the real one that nobody signed: what is wrong with device,
  /// day or room is told before a serial is spent.
  private func tryPage(of trial: Output, _ approved: ApprovedCase) async throws {
    let signer = try keys.recordSigner(for: approved.certificate.day)
    let nobody = RecordSigner(publicKey: signer.publicKey) { _ in
      Array(repeating: 0, count: SignedRecord.signatureLength)
    }
    let code = try await code(of: trial, approved, by: nobody)
    _ = try making(trial, approved).document(code: code)
  }

  private func making(_ output: Output, _ approved: ApprovedCase) -> FileMaking {
    FileMaking(office: office, approved: approved, output: output, checkCodeKey: keys.checkCodeKey)
  }

  // MARK: Steps

  /// Every step that is not done yet, each kept before the next.
  private func finished(
    _ reserved: Output, of approved: ApprovedCase, _ gate: ReleaseGate
  ) async throws -> Output {
    var output = reserved
    guard output.state == .reserved else { return output }
    let faults = gate.faults(as: output.kind)
    guard faults.isEmpty else { throw Refusal(faults) }
    let (seals, older) = try await office.store.read { [output] unit in
      (try gate.confirm(output.seals, unit.seals), try output.predecessor(unit.outputs))
    }
    let entries = ReleaseEntries(office: office, output: output)
    if output.progress.releaseEntry == nil {
      if let older { try entries.revision(of: older) }
      output.progress.releaseEntry = try entries.release()
      try await keep(output)
    }
    if output.progress.code == nil {
      output.progress.code = try await code(
        of: output, approved, by: try keys.recordSigner(for: approved.certificate.day))
      try await keep(output)
    }
    if output.progress.manifest == nil {
      output = try await withFile(output, of: approved, seals)
    }
    if output.progress.fileEntry == nil, let manifest = output.progress.manifest {
      output.progress.fileEntry = try entries.file(manifest, after: output.progress.releaseEntry)
      try await keep(output)
    }
    try ReleaseProof(log: office.log, output: output).make(by: keys.noteSigner)
    output = output.released()
    try await keep(output)
    return output
  }

  private func keep(_ output: Output) async throws {
    try await office.store.write { try $0.outputs.update(output) }
  }

  /// The text of the code with the signed record.
  private func code(
    of output: Output, _ approved: ApprovedCase, by signer: RecordSigner
  ) async throws -> String {
    let issuer = try office.workshop.issuer()
    let record = try CertificateRecord(
      of: approved.certificate, as: output.rendition, serial: output.serial,
      revision: output.revision,
      issuer: issuer, policies: try office.workshop.policies(of: approved.certificate.form))
    let signed = try await SignedRecord(payload: record.encoded, by: signer)
    return RecordLink(domain: issuer.verificationDomain, record: signed).text
  }

  /// Makes, signs and checks the file, and keeps it with its manifest.
  private func withFile(
    _ output: Output, of approved: ApprovedCase, _ seals: [MarkRole: KeptSeal]
  ) async throws -> Output {
    guard let code = output.progress.code else {
      preconditionFailure("the record is signed before the file is made")
    }
    let made = try making(output, approved).file(
      code: code, seals: seals,
      stamper: try vault.stamper(for: seals, straddle: seals[.issuerSeal]))
    let request = SignatureRequest(
      place: made.place, moment: Moment(seconds: output.moment),
      reason: Wording.signatureReason(output.number), location: approved.approval.place)
    let signed = try await keys.signer.sign(
      PDFRevision(Array(made.bytes)), request, level: keys.level)
    let file = Data(signed.bytes)
    var next = output
    next.progress.manifest = Manifest(
      inputs: made.inputs, unsigned: Digest.hex(made.bytes), file: Digest.hex(file),
      sheets: made.document.sheetSides(.full))
    let kept = vault.kept(file: file, of: next.id)
    try await office.store.write { [next] unit in
      try unit.outputs.keep(kept, for: next.id)
      try unit.outputs.update(next)
    }
    return next
  }
}
