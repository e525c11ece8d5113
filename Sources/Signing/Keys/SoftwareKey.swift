import Crypto
import CryptoExtras
import SwiftASN1

/// A key in a file: PKCS #8 as PEM, encrypted with a password.
///
/// The encryption is PBES2 (RFC 8018) rather than a format of our own: `openssl pkcs8 -topk8`
/// makes, checks and rewrites such files, and nobody needs our program to rescue a key.
package struct SoftwareKey: Key {
  private enum Secret: Sendable {
    case p256(P256.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)
  }

  private let secret: Secret

  /// Opens the text of a key file.
  ///
  /// Throws ``SigningError`` of code `key-damaged` or `password-wrong`; a key that is not encrypted
  /// counts as damaged.
  package init(pem: String, password: [UInt8]) throws(SigningError) {
    guard let document = try? PEMDocument(pemString: pem),
      document.discriminator == "ENCRYPTED PRIVATE KEY"
    else { throw SigningError(.keyDamaged, Wording.keyNotEncrypted) }
    let box: PasswordBox
    do { box = try PasswordBox(document.derBytes) } catch {
      throw SigningError(.keyDamaged, Wording.keyDamaged, cause: error.part)
    }
    guard let plain = box.open(password)
    else { throw SigningError(.passwordWrong, Wording.passwordWrong) }
    if let key = try? P256.Signing.PrivateKey(derRepresentation: plain) {
      secret = .p256(key)
    } else if let key = try? _RSA.Signing.PrivateKey(derRepresentation: plain) {
      secret = .rsa(key)
    } else {
      // Decryption with a wrong password can leave well padded noise.
      throw (try? DERNode(plain, "")) == nil
        ? SigningError(.passwordWrong, Wording.passwordWrong)
        : SigningError(.keyDamaged, Wording.keyDamaged)
    }
  }

  /// How the key signs.
  package var algorithm: SignatureAlgorithm {
    switch secret {
    case .p256: .ecdsaP256
    case .rsa: .rsa
    }
  }

  /// The signature over some bytes, as ``Key`` describes it.
  package func signature(over bytes: [UInt8]) async throws(SigningError) -> [UInt8] {
    do {
      return switch secret {
      case .p256(let key): Array(try key.signature(for: bytes).derRepresentation)
      case .rsa(let key):
        Array(try key.signature(for: bytes, padding: .insecurePKCS1v1_5).rawRepresentation)
      }
    } catch { throw SigningError(.keyDamaged, Wording.keyDamaged, cause: "\(error)") }
  }
}
