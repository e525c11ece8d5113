import CPKCS11
import Crypto
import Synchronization

/// A key that never leaves its security module, reached by PKCS #11.
///
/// The module's library is loaded when the key is opened. One signature is made at a time; the calls
/// are short, so the lock may be held over them.
@safe package final class ModuleKey: Key {
  /// Where a key is.
  package struct Place: Sendable {
    /// The path of the module's library.
    package let library: String
    /// The label of the token.
    package let token: String
    /// The label of the private key on it.
    package let key: String

    /// A place from its parts.
    package init(library: String, token: String, key: String) {
      self.library = library
      self.token = token
      self.key = key
    }
  }

  /// The C object; the lock around it makes it safe to send.
  @safe private struct Handle: @unchecked Sendable {
    let key: OpaquePointer
  }

  private static let maximumSignature = 1_024

  /// How the key signs.
  package let algorithm: SignatureAlgorithm
  private let place: Place
  private let handle: Mutex<Handle>

  /// Loads the module, logs in and finds the key.
  ///
  /// Throws ``SigningError`` of code `module-gone`, `password-wrong` or `key-missing`.
  package init(_ place: Place, pin: [UInt8]) throws(SigningError) {
    var key: OpaquePointer?
    let result = unsafe op_key_open(
      place.library, place.token, pin, pin.count, place.key, &key)
    guard result == 0, let key = unsafe key else { throw Self.error(result, place) }
    unsafe algorithm = op_key_is_rsa(key) != 0 ? .rsa : .ecdsaP256
    self.place = place
    handle = unsafe Mutex(Handle(key: key))
  }

  deinit { handle.withLock { unsafe op_key_close($0.key) } }

  /// The signature over some bytes, as ``Key`` describes it.
  package func signature(over bytes: [UInt8]) async throws(SigningError) -> [UInt8] {
    let data = algorithm == .rsa ? bytes : Array(SHA256.hash(data: bytes))
    var signature = [UInt8](repeating: 0, count: Self.maximumSignature)
    var length = signature.count
    let result = handle.withLock {
      unsafe op_key_sign($0.key, data, data.count, &signature, &length)
    }
    guard result == 0, length <= signature.count else { throw Self.error(result, place) }
    let raw = Array(signature[..<length])
    guard algorithm == .ecdsaP256 else { return raw }
    guard let made = try? P256.Signing.ECDSASignature(rawRepresentation: raw)
    else { throw Self.error(result, place) }
    return Array(made.derRepresentation)
  }

  private static func error(_ result: UInt, _ place: Place) -> SigningError {
    switch Int(result) {
    case OP_KEY_PIN_INCORRECT, OP_KEY_PIN_INVALID, OP_KEY_PIN_LENGTH, OP_KEY_PIN_LOCKED:
      SigningError(.passwordWrong, Wording.passwordWrong, cause: code(result))
    case OP_KEY_NO_KEY: SigningError(.keyMissing, Wording.keyMissing(place.key))
    case OP_KEY_NO_LIBRARY, OP_KEY_NO_TOKEN:
      SigningError(.moduleGone, Wording.moduleGone(place.token))
    default: SigningError(.moduleGone, Wording.moduleGone(place.token), cause: code(result))
    }
  }

  private static func code(_ result: UInt) -> String {
    "PKCS #11 result 0x" + String(result, radix: 16)
  }
}
