import Credentials
import Crypto
import CryptoExtras
import Diagnostics
package import Foundation
import Notation

/// The ring as a file: JSON with the salt, the nonce and the encrypted contents.
///
/// The password and the salt lead by scrypt to 64 bytes. The first half is the AES-256-GCM key; of
/// the second the file holds the SHA-256, so that a wrong password is told from a damaged file.
extension KeyRing {
  private static let format = "originpress/key-ring/v1"
  private static let derivation = "scrypt N=32768 r=8 p=1"
  private static let cipher = "AES-256-GCM"
  private static let saltLength = 16
  private static let nonceLength = 12

  /// The file, locked with a password.
  ///
  /// - Parameters:
  ///   - password: at least one byte.
  ///   - random: where salt and nonce come from.
  /// - Returns: the file's bytes.
  package func locked(password: [UInt8], random: Random) -> Data {
    let (salt, nonce) = (Data(random(Self.saltLength)), Data(random(Self.nonceLength)))
    let (key, check) = Self.derive(password, salt)
    let head = Self.head(salt: salt, nonce: nonce, check: check)
    do {
      let box = try AES.GCM.seal(
        contents, using: key, nonce: AES.GCM.Nonce(data: nonce),
        authenticating: Self.authenticated(head))
      let contents = JSONMember(
        "contents", .text((box.ciphertext + box.tag).base64EncodedString()))
      return Data(JSONWriter.bytes(.object(head + [contents])) + [10])
    } catch { preconditionFailure("AES-GCM with a key of 32 bytes failed: \(error)") }
  }

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - file: the file's bytes.
  ///   - password: the password it was locked with.
  ///   - path: the file's path for messages.
  /// - Returns: the ring.
  /// - Throws: ``OfficeError`` of code `password` or `keys-damaged`.
  package static func open(
    _ file: Data, password: [UInt8], path: String = KeyFolder.ringName
  ) throws(OfficeError) -> KeyRing {
    let damaged = OfficeError(.keysDamaged, Wording.damagedKeys(path))
    guard let parts = Parts(file) else { throw damaged }
    let (key, check) = derive(password, parts.salt)
    guard check == parts.check else { throw OfficeError(.password, Wording.wrongPassword) }
    let head = head(salt: parts.salt, nonce: parts.nonce, check: check)
    guard let box = try? AES.GCM.SealedBox(combined: parts.nonce + parts.contents),
      let plain = try? AES.GCM.open(box, using: key, authenticating: authenticated(head)),
      let ring = KeyRing(contents: Array(plain))
    else { throw damaged }
    return ring
  }

  /// What a file holds; `nil` when it is no file of a ring.
  private struct Parts {
    let salt, nonce, check, contents: Data

    init?(_ file: Data) {
      let findings = Findings()
      guard let node = try? JSONText.parse(file, file: nil),
        let reader = ObjectReader(node, findings)
      else { return nil }
      let words = ["format", "derivation", "cipher"].map { key -> String? in reader.required(key) }
      let values = ["salt", "nonce", "check", "contents"].compactMap { key -> Data? in
        let text: String? = reader.required(key)
        return text.flatMap { Data(base64Encoded: $0) }
      }
      reader.finish()
      guard !findings.hasErrors, words == [format, derivation, cipher], values.count == 4,
        values[0].count == saltLength, values[1].count == nonceLength
      else { return nil }
      (salt, nonce, check, contents) = (values[0], values[1], values[2], values[3])
    }
  }

  private static func head(salt: Data, nonce: Data, check: Data) -> [JSONMember] {
    [
      JSONMember("format", .text(format)), JSONMember("derivation", .text(derivation)),
      JSONMember("salt", .text(salt.base64EncodedString())),
      JSONMember("check", .text(check.base64EncodedString())),
      JSONMember("cipher", .text(cipher)),
      JSONMember("nonce", .text(nonce.base64EncodedString())),
    ]
  }

  /// All but the contents is authenticated with them.
  private static func authenticated(_ head: [JSONMember]) -> [UInt8] {
    JSONWriter.bytes(JSONValue.object(head).sorted, pretty: false)
  }

  /// 32 MiB of memory for each try (RFC 7914).
  private static func derive(_ password: [UInt8], _ salt: Data) -> (SymmetricKey, check: Data) {
    do {
      let bytes = try KDF.Scrypt.deriveKey(
        from: password, salt: salt, outputByteCount: 64, rounds: 1 << 15, blockSize: 8,
        parallelism: 1, maxMemory: 1 << 26
      ).withUnsafeBytes { Data($0) }
      return (SymmetricKey(data: bytes.prefix(32)), Data(SHA256.hash(data: bytes.suffix(32))))
    } catch { preconditionFailure("scrypt with fixed parameters failed: \(error)") }
  }
}
