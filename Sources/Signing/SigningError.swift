package import Diagnostics

/// A file that could not be signed; its text holds no contents of the certificate.
package struct SigningError: Error, Sendable, CustomStringConvertible {
  /// What failed.
  package enum Code: String, Sendable {
    /// The PDF has something that must not be signed, or cannot be read.
    case file
    /// There is no key under that name or at that path.
    case keyMissing = "key-missing"
    /// The key's file is damaged, or of a kind that is not supported.
    case keyDamaged = "key-damaged"
    /// The password or PIN is wrong.
    case passwordWrong = "password-wrong"
    /// The key does not belong to the certificate.
    case keyMismatch = "key-mismatch"
    /// A certificate or revocation list cannot be read.
    case certificateDamaged = "certificate-damaged"
    /// The certificate's period is over.
    case certificateExpired = "certificate-expired"
    /// The certificate's period has not begun.
    case certificateEarly = "certificate-early"
    /// The certificate was revoked.
    case certificateRevoked = "certificate-revoked"
    /// The certificate does not lead to a trusted one, or is not for signing.
    case certificateUntrusted = "certificate-untrusted"
    /// The security module is missing, locked or was taken away.
    case moduleGone = "module-gone"
    /// The remote signing service gave no or a useless answer.
    case remoteDown = "remote-down"
    /// The time-stamping authority gave no answer.
    case timestampDown = "timestamp-down"
    /// The time-stamping authority refused, or its answer is useless.
    case timestampRefused = "timestamp-refused"
    /// The electronic seal is damaged, or may not be used so.
    case seal
    /// The finished file did not pass our own check.
    case checkFailed = "check-failed"
  }

  /// What failed, for callers that tell failures apart.
  package let code: Code
  /// What a person is told, in both languages.
  package let message: Message
  /// What another program said, in its words.
  package let cause: String?

  /// An error from its code, its message and what the other side said.
  package init(_ code: Code, _ message: Message, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The message in English, with the cause in parentheses when there is one.
  package var description: String {
    cause.map { "\(message.english) (\($0))" } ?? message.english
  }
}
