import Barcode
import Diagnostics

/// The plain link of the public check as a code.
enum VerificationCode {
  static func matrix(for link: String) throws(Refusal) -> QRCode {
    do throws(QRCode.Failure) {
      return try QRCode(encoding: link, correction: .medium)
    } catch {
      throw Refusal(Diagnostic(at: .field("number"), error.message))
    }
  }
}
