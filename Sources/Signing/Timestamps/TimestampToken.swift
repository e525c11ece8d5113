/// What an authority states about a digest (RFC 3161, 2.4.2).
struct TimestampToken {
  /// The whole token as DER.
  let bytes: [UInt8]
  /// The SHA-256 that was seen.
  let imprint: [UInt8]
  /// When it was seen.
  let moment: Moment
  let nonce: UInt64?
  private let message: ReadMessage

  /// Reads a token.
  init(_ bytes: [UInt8]) throws(DERFault) {
    let part = "time-stamp"
    message = try ReadMessage(bytes)
    guard message.contentType == Identifiers.timestampInfo, let content = message.content
    else { throw DERFault(part: part) }
    let fields = try DERNode(content, part).sequence(part, atLeast: 5)
    let imprint = try fields[2].sequence(part, atLeast: 2)
    let digest = try imprint[0].sequence(part, atLeast: 1)[0].identifier(part)
    guard digest == DigestAlgorithm.sha256.identifier else { throw DERFault(part: "digest") }
    self.imprint = try imprint[1].octets(part)
    moment = try fields[4].moment(part)
    // Accuracy is a sequence, ordering a boolean: the only integer left is the nonce.
    nonce = fields.dropFirst(5).lazy.compactMap { try? $0.number("nonce") }.first
    self.bytes = bytes
  }

  /// Reads the token out of a response that grants it.
  init(response: [UInt8]) throws(DERFault) {
    let part = "time-stamp response"
    let fields = try DERNode(response, part).sequence(part, atLeast: 1)
    let status = try fields[0].sequence("status", atLeast: 1)[0].integer("status")
    // Granted, or granted with changes.
    guard status == 0 || status == 1, fields.count == 2
    else { throw DERFault(part: "status \(status)") }
    try self.init(fields[1].raw)
  }

  /// Why the token does not prove that the bytes were there; `nil` when it does.
  func fault(over bytes: [UInt8], trust: Trust) -> SignatureFault? {
    guard imprint == DigestAlgorithm.sha256.of(bytes), let content = message.content,
      message.binds(message.digest.of(content))
    else { return .timestampDigest }
    guard let signer = message.signer, message.isSigned(by: signer),
      signer.extensions.purposes == [Identifiers.timestamping]
    else { return .timestampSignature }
    return trust.fault(of: signer, through: message.certificates, at: moment)
  }
}
