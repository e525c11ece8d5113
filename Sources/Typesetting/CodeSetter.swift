import Barcode
import Devices
import DisplayList
import Forms

/// Sets the verification code: the plain link of a preview, or the signed record of an output.
struct CodeSetter {
  let device: DeviceProfile

  /// The code in its place.
  ///
  /// - Throws: ``BarcodeError`` when its modules would be too small to be read.
  func grid(_ form: BoundForm, in place: CodePlace) throws(BarcodeError) -> ModuleGrid {
    guard let credential = form.context.credential else {
      return try QRCode.encode(form.context.verificationLink(form.certificate)).grid(
        fitting: place.frame, dotsPerInch: device.codeResolution, field: "number",
        box: place.box)
    }
    // Correction Q outlives a blot or a seal over the code, M needs less room (sealing.md §6.3).
    do throws(BarcodeError) {
      return try grid(of: credential, .q, in: place)
    } catch  where error.code == .placeTooSmall {
      return try grid(of: credential, .m, in: place)
    }
  }

  private func grid(
    of credential: PrintedCredential, _ correction: QRCode.Correction, in place: CodePlace
  ) throws(BarcodeError) -> ModuleGrid {
    try QRCode.encode(credential.code, correction: correction).grid(
      fitting: place.frame, dotsPerInch: device.codeResolution,
      minimumModule: device.leastCodeModule, field: "number", box: place.box,
      reduction: device.codeReduction)
  }
}
