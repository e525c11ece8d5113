/// Our own check of a signed file before it is handed out.
///
/// Strict, not general: it accepts what ``Signer`` makes and nothing else. A stranger's verdict comes
/// from other programs; this one keeps a fault of ours from leaving the house.
package struct SignatureCheck: Sendable {
  /// How much earlier than the claimed time a time-stamp may be, in seconds: clocks differ.
  private static let clockTolerance = 300

  private let trust: Trust
  private let level: SignatureLevel.Name

  /// A check that trusts these certificates and expects this level.
  package init(trust: Trust, level: SignatureLevel.Name) {
    self.trust = trust
    self.level = level
  }

  /// Everything that is wrong with a file, the cause first; nothing for one that may be released.
  package func faults(of bytes: [UInt8]) -> [SignatureFault] {
    do {
      let place = try SignaturePlace(in: bytes)
      var faults = tail(of: bytes, place)
      guard let message = try? ReadMessage(place.signature) else { return faults + [.message] }
      faults += self.faults(of: message, over: place.digest, claimed: place.moment)
      // What no rule below names, such as a version number, is still ours or it is refused.
      if faults.isEmpty, Self.encoded(message) != place.signature { faults.append(.message) }
      return faults
    } catch let fault as SignatureFault {
      return [fault]
    } catch { return [.unreadable] }
  }

  // MARK: The file

  /// What follows the signed bytes: nothing, or for B-LT the one revision that we would write.
  private func tail(of bytes: [UInt8], _ place: SignaturePlace) -> [SignatureFault] {
    guard level == .longTerm else { return place.end == bytes.count ? [] : [.laterRevision] }
    guard place.end < bytes.count else { return [.store] }
    guard let file = try? PDFFile(bytes), let store = try? SecurityStore(of: file),
      let expected = try? store.appended(to: Array(bytes[..<place.end])), expected == bytes
    else { return [.laterRevision] }
    return store.certificates.isEmpty || store.revocationLists.isEmpty && store.responses.isEmpty
      ? [.store] : []
  }

  // MARK: The signature

  private func faults(
    of message: ReadMessage, over digest: [UInt8], claimed: Moment
  ) -> [SignatureFault] {
    var faults: [SignatureFault] = []
    let names = message.signedAttributes.map(\.identifier)
    if Set(names) != SignedAttributes.exact || names.count != SignedAttributes.exact.count {
      faults.append(.attributes)
    }
    guard message.digest == .sha256, message.content == nil,
      message.contentType == Identifiers.data
    else { return faults + [.message] }
    if !message.binds(digest) { faults.append(.digest) }
    guard let signer = message.signer, message.isSigned(by: signer)
    else { return faults + [.signature] }
    if names.contains(Identifiers.signingCertificateV2), !message.names(signer) {
      faults.append(.otherCertificate)
    }
    if !signer.extensions.signsDocuments { faults.append(.usage) }
    if let fault = trust.fault(of: signer, through: message.certificates, at: claimed) {
      faults.append(fault)
    }
    return faults + timestampFaults(message, claimed)
  }

  /// The message as we would have written it.
  private static func encoded(_ message: ReadMessage) -> [UInt8]? {
    guard let signer = message.signer else { return nil }
    let isRSA = if case .rsa = signer.publicKey { true } else { false }
    return SignedMessage(
      attributes: SignedAttributes(attributes: message.signedAttributes.map { .raw($0.raw) }),
      algorithm: isRSA ? .rsa : .ecdsaP256, signature: message.signature, certificate: signer,
      chain: message.certificates, token: message.unsignedAttributes.first?.values.first?.raw
    ).encoded
  }

  private func timestampFaults(_ message: ReadMessage, _ claimed: Moment) -> [SignatureFault] {
    let unsigned = message.unsignedAttributes
    if level == .basic { return unsigned.isEmpty ? [] : [.timestampUnwanted] }
    guard unsigned.count == 1, unsigned[0].identifier == Identifiers.timestampToken,
      unsigned[0].values.count == 1, let token = try? TimestampToken(unsigned[0].values[0].raw)
    else { return [.timestampMissing] }
    if let fault = token.fault(over: message.signature, trust: trust) { return [fault] }
    return token.moment < claimed + -Self.clockTolerance ? [.timestampMoment] : []
  }
}
