package import Certificates
package import Credentials
package import Crypto
package import Foundation
package import Signing

/// Everything of a site that signs, opened for work.
package struct SiteKeys: Sendable {
  /// The published list of record keys.
  package let keyList: KeyList
  /// Signs the log's checkpoints.
  package let noteSigner: NoteSigner
  /// What check codes are made with; 32 bytes.
  package let checkCodeKey: Data
  /// What images of seals are wrapped with; 256 bits.
  package let imageKey: SymmetricKey
  /// Signs finished files.
  package let signer: Signer
  /// How much its signatures prove later.
  package let level: SignatureLevel
  /// Whom the check of a finished file trusts.
  package let trust: Trust
  /// Signs records, newest first.
  package let recordSigners: [RecordSigner]

  /// Keys from their parts; ``open(_:of:password:pin:at:)`` puts together those of a folder.
  package init(
    keyList: KeyList, noteSigner: NoteSigner, checkCodeKey: Data, imageKey: SymmetricKey,
    signer: Signer, level: SignatureLevel, trust: Trust, recordSigners: [RecordSigner]
  ) {
    self.keyList = keyList
    self.noteSigner = noteSigner
    self.checkCodeKey = checkCodeKey
    self.imageKey = imageKey
    self.signer = signer
    self.level = level
    self.trust = trust
    self.recordSigners = recordSigners
  }

  /// Who signs records of a day.
  ///
  /// Records name the day of their certificate: the duplicate of an old one is signed by the key that
  /// served then.
  ///
  /// - Parameter day: the certificate's day of issue.
  /// - Returns: the newest signer that served then.
  /// - Throws: ``OfficeError`` of code `no-serving-key`.
  package func recordSigner(for day: CalendarDate) throws(OfficeError) -> RecordSigner {
    let serving = Set(keyList.keys.filter { $0.serves(day) }.map(\.key))
    guard let signer = recordSigners.first(where: { serving.contains($0.publicKey) }) else {
      throw OfficeError(.noServingKey, Wording.noServingKey(day))
    }
    return signer
  }
}

extension SiteKeys {
  /// Opens all keys of a site and has those outside the ring sign a text that is nothing, so that
  /// whatever is wrong shows before a serial is spent.
  ///
  /// - Parameters:
  ///   - folder: the keys' folder.
  ///   - issuer: the site: its references and its domain.
  ///   - password: opens the ring and key files.
  ///   - pin: opens security modules; the password when left out.
  ///   - moment: when certificates must be good.
  /// - Returns: the keys, all of them usable.
  /// - Throws: ``OfficeError`` or ``SigningError`` that says what is wrong.
  package static func open(
    _ folder: KeyFolder, of issuer: Issuer, password: [UInt8], pin: [UInt8]? = nil,
    at moment: Moment
  ) async throws -> SiteKeys {
    let ring = try folder.ring(password: password)
    let known = try PublicKeys.open(folder)
    try known.check(belongsTo: ring, of: issuer)
    let files = KeyFiles(
      folder: folder, references: issuer.keys, password: password, pin: pin ?? password)
    let (signer, trust) = try await fileSigner(files, at: moment)
    return SiteKeys(
      keyList: known.keyList, noteSigner: ring.noteSigner, checkCodeKey: ring.checkCodeKey,
      imageKey: ring.imageKey, signer: signer,
      level: try level(files, isDemonstration: issuer.isDemonstration), trust: trust,
      recordSigners: try await recordSigners(files, ring))
  }

  private static func fileSigner(
    _ files: KeyFiles, at moment: Moment
  ) async throws -> (Signer, Trust) {
    guard let key = try files.key(files.references.pdf.key) else {
      preconditionFailure("the key of files is never in the ring")
    }
    let certificates = try files.certificates()
    let trust = Trust(
      anchors: try files.anchors(), revocationLists: try files.revocationLists())
    let signer = Signer(
      key: key, certificate: certificates[0], chain: Array(certificates.dropFirst()), trust: trust)
    try await signer.check(at: moment)
    return (signer, trust)
  }

  private static func recordSigners(
    _ files: KeyFiles, _ ring: KeyRing
  ) async throws -> [RecordSigner] {
    let kept = ring.records.reversed().map { RecordSigner($0) }
    guard let key = try files.key(files.references.record.key) else { return kept }
    let path = files.folder.path(of: files.references.record.publicKey)
    let outside = RecordSigner(publicKey: try files.recordPublicKey(), from: path, key: key)
    _ = try await outside.sign(Array("originpress/probe/v1\n".utf8))
    return [outside] + kept
  }

  private static func level(_ files: KeyFiles, isDemonstration: Bool) throws -> SignatureLevel {
    let pdf = files.references.pdf
    if pdf.level == .basic { return .basic }
    let stamps = DemonstrationTimestamps(folder: files.folder)
    let authority = pdf.timestamp.map { TimestampAuthority(url: $0) }
    guard let authority = authority ?? (isDemonstration ? stamps?.authority : nil) else {
      throw OfficeError(.noTimestamps, Wording.noTimestamps)
    }
    guard pdf.level == .longTerm else { return .timestamped(authority) }
    let certificates = try files.certificates() + files.anchors()
    return .longTerm(
      authority,
      SecurityStore(
        certificates: certificates.map(\.bytes).reduce(into: []) { found, bytes in
          if !found.contains(bytes) { found.append(bytes) }
        }, revocationLists: try files.revocationLists()))
  }
}

extension SiteKeys {
  /// Has the time-stamping authority stamp a text that is nothing, if the level asks for one.
  ///
  /// - Throws: ``SigningError`` of code `timestamp-down` or `timestamp-refused`.
  package func checkTimestamps() async throws(SigningError) {
    try await level.check(trust)
  }
}

extension PublicKeys {
  /// Finds out whether list, log key, ring and site belong together.
  func check(belongsTo ring: KeyRing, of issuer: Issuer) throws(OfficeError) {
    guard keyList.root == ring.rootSigner.publicKey, logKey == ring.noteSigner.key,
      keyList.domain == ring.domain
    else { throw OfficeError(.keysDiffer, Wording.keysDiffer) }
    let domain = issuer.verificationDomain.lowercased()
    guard ring.domain == domain else {
      throw OfficeError(.keysDiffer, Wording.otherDomain(ring.domain, domain))
    }
  }
}

extension KeyFolder {
  /// Opens the key ring.
  ///
  /// - Throws: ``OfficeError`` of code `no-keys`, `password` or `keys-damaged`.
  package func ring(password: [UInt8]) throws(OfficeError) -> KeyRing {
    try KeyRing.open(
      read(Self.ringName), password: password, path: path(of: Self.ringName))
  }

  /// Opens the log's signer alone.
  ///
  /// - Parameter password: opens the ring.
  /// - Returns: the signer whose public half is published.
  /// - Throws: ``OfficeError`` of code `no-keys`, `password`, `keys-damaged` or `keys-differ`.
  package func noteSigner(password: [UInt8]) throws(OfficeError) -> NoteSigner {
    let signer = try ring(password: password).noteSigner
    guard try PublicKeys.logKey(self) == signer.key else {
      throw OfficeError(.keysDiffer, Wording.keysDiffer)
    }
    return signer
  }
}
