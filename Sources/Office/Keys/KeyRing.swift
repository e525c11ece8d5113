package import Credentials
package import Crypto
package import Foundation
import Notation

/// The secrets that a site makes itself.
package struct KeyRing: Sendable {
  /// The log's name.
  package let origin: String
  /// The host of the public check.
  package let domain: String
  /// Signs the key list.
  let root: Curve25519.Signing.PrivateKey
  /// Signs the log's checkpoints.
  let log: Curve25519.Signing.PrivateKey
  /// What check codes are made with.
  package let checkCodeKey: Data
  /// What images of seals are wrapped with.
  package let imageKey: SymmetricKey
  /// The keys that sign records, oldest first.
  let records: [P256.Signing.PrivateKey]

  /// Makes so many random bytes.
  package typealias Random = (Int) -> [UInt8]

  static let secretLength = 32

  /// Makes all secrets anew.
  ///
  /// - Parameters:
  ///   - origin: the log's name, one that notes allow.
  ///   - domain: the host of the public check.
  ///   - makesRecordKey: false when records are signed outside the ring.
  ///   - random: where all secrets come from.
  /// - Returns: the ring.
  package static func make(
    origin: String, domain: String, makesRecordKey: Bool = true, random: Random
  ) -> KeyRing {
    precondition(SignedNote.isName(origin), "a log's name has no blanks or plus signs")
    return KeyRing(
      origin: origin, domain: domain, root: edwardsKey(random), log: edwardsKey(random),
      checkCodeKey: Data(random(secretLength)),
      imageKey: SymmetricKey(data: random(secretLength)),
      records: makesRecordKey ? [recordKey(random)] : [])
  }

  /// The same ring with one record key more.
  func addingRecordKey(_ random: Random) -> KeyRing {
    KeyRing(
      origin: origin, domain: domain, root: root, log: log, checkCodeKey: checkCodeKey,
      imageKey: imageKey, records: records + [Self.recordKey(random)])
  }

  /// The log's signer.
  package var noteSigner: NoteSigner { NoteSigner(name: origin, log) }

  /// The key list's signer.
  var rootSigner: RecordSigner { RecordSigner(root) }

  private static func edwardsKey(_ random: Random) -> Curve25519.Signing.PrivateKey {
    do { return try Curve25519.Signing.PrivateKey(rawRepresentation: random(secretLength)) } catch {
      preconditionFailure("any 32 bytes are an Ed25519 key: \(error)")
    }
  }

  /// One in 2³² numbers of 32 bytes is no key on P-256; then the next is taken.
  private static func recordKey(_ random: Random) -> P256.Signing.PrivateKey {
    while true {
      if let key = try? P256.Signing.PrivateKey(rawRepresentation: random(secretLength)) {
        return key
      }
    }
  }
}
