import Diagnostics

/// Signs finished files with one key and its certificate.
package struct Signer: Sendable {
  /// What everything in a signature takes beside its certificates and its time-stamp.
  private static let ownRoom = 2_048
  private static let timestampRoom = 12_288

  private let key: any Key
  private let certificate: X509Certificate
  private let chain: [X509Certificate]
  private let trust: Trust

  /// A signer from its key and the key's certificate.
  ///
  /// `chain` are the certificates between it and a trusted one, which go into the file; `trust` is
  /// whom the check of the finished file trusts, with what is revoked.
  package init(
    key: any Key, certificate: X509Certificate, chain: [X509Certificate], trust: Trust
  ) {
    self.key = key
    self.certificate = certificate
    self.chain = chain
    self.trust = trust
  }

  /// Signs a file and checks what came out; nothing is handed out that fails.
  ///
  /// Throws ``SigningError``; the certificate is looked at before the key is used.
  package func sign(
    _ revision: PDFRevision, _ request: SignatureRequest, level: SignatureLevel
  ) async throws(SigningError) -> SignedPDF {
    try checkCertificate(at: request.moment)
    let room = self.room(level)
    let prepared: PreparedFile
    do { prepared = try revision.prepared(request, signer: certificate.name, room: room) } catch {
      throw error.error
    }
    let message = try await message(over: prepared.digest, level: level)
    guard var bytes = prepared.filled(message.encoded)
    else { throw SigningError(.timestampRefused, Wording.noRoom) }
    if case .longTerm(_, let store) = level {
      do { bytes = try store.appended(to: bytes) } catch { throw error.error }
    }
    try check(bytes, level.name)
    return SignedPDF(bytes: bytes, level: level.name)
  }

  /// Finds out before anything is spent whether the key can sign: looks at the certificate, then has
  /// the key sign a text that is no file.
  ///
  /// Throws ``SigningError`` of one of the codes about keys, modules, services and certificates.
  package func check(at moment: Moment) async throws(SigningError) {
    try checkCertificate(at: moment)
    let probe = Array("originpress/probe/v1\n".utf8)
    guard certificate.publicKey.isValid(try await key.signature(over: probe), over: probe, .sha256)
    else { throw SigningError(.keyMismatch, Wording.keyMismatch) }
  }

  private func checkCertificate(at moment: Moment) throws(SigningError) {
    guard let fault = trust.fault(of: certificate, through: chain, at: moment) else { return }
    throw SigningError(Self.code(of: fault), fault.message)
  }

  private func message(
    over digest: [UInt8], level: SignatureLevel
  ) async throws(SigningError) -> SignedMessage {
    let attributes = SignedAttributes(digest: digest, certificate: certificate)
    let signature = try await key.signature(over: attributes.toBeSigned)
    guard certificate.publicKey.isValid(signature, over: attributes.toBeSigned, .sha256)
    else { throw SigningError(.keyMismatch, Wording.keyMismatch) }
    return SignedMessage(
      attributes: attributes, algorithm: key.algorithm, signature: signature,
      certificate: certificate, chain: chain,
      token: try await level.authority?.token(over: signature))
  }

  private func room(_ level: SignatureLevel) -> Int {
    let certificates = ([certificate] + chain).reduce(0) { $0 + $1.bytes.count }
    return Self.ownRoom + certificates + (level.authority == nil ? 0 : Self.timestampRoom)
  }

  private func check(_ bytes: [UInt8], _ level: SignatureLevel.Name) throws(SigningError) {
    let faults = SignatureCheck(trust: trust, level: level).faults(of: bytes)
    guard let first = faults.first else { return }
    throw SigningError(.checkFailed, Wording.checkFailed, cause: first.message.english)
  }

  private static func code(of fault: SignatureFault) -> SigningError.Code {
    switch fault {
    case .certificateEarly: .certificateEarly
    case .certificateExpired: .certificateExpired
    case .certificateRevoked: .certificateRevoked
    case .revocationDamaged: .certificateDamaged
    default: .certificateUntrusted
    }
  }
}
