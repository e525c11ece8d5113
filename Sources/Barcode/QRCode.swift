import CQREncode

/// Turns text into the modules of a QR code (ISO/IEC 18004), by libqrencode.
package enum QRCode {
  /// How much of the code may be lost and still be read (ISO/IEC 18004, 7.5.1).
  package enum Correction: String, CaseIterable, Sendable {
    /// About 7 %.
    case l
    /// About 15 %.
    case m
    /// About 25 %.
    case q
    /// About 30 %.
    case h
  }

  /// The smallest code that holds `text`.
  ///
  /// Stretches of digits and of the 45 alphanumeric characters are packed densely; other characters
  /// are stored as UTF-8. Throws ``BarcodeError`` for empty text, text with a NUL character and text
  /// that no version holds.
  package static func encode(
    _ text: String, correction: Correction = .m
  ) throws(BarcodeError) -> ModuleMatrix {
    guard !text.isEmpty else { throw BarcodeError(.emptyText, Wording.emptyText) }
    guard !text.utf8.contains(0) else { throw BarcodeError(.nulCharacter, Wording.nulCharacter) }
    // Version 0: the library takes the smallest that fits.
    guard let code = unsafe QRcode_encodeString(text, 0, correction.level, QR_MODE_8, 1)
    else { throw BarcodeError(.textTooLong, Wording.textTooLong(bytes: text.utf8.count)) }
    defer { unsafe QRcode_free(code) }
    return unsafe matrix(of: code, text: text)
  }

  /// Bit 0 of each byte of libqrencode's result is the module's colour.
  private static func matrix(of code: UnsafePointer<QRcode>, text: String) -> ModuleMatrix {
    let count = Int(unsafe code.pointee.width)
    let cells = unsafe UnsafeBufferPointer(start: code.pointee.data, count: count * count)
    return ModuleMatrix(count: count, modules: unsafe cells.map { $0 & 1 == 1 }, source: text)
  }
}

extension QRCode.Correction {
  fileprivate var level: QRecLevel {
    switch self {
    case .l: QR_ECLEVEL_L
    case .m: QR_ECLEVEL_M
    case .q: QR_ECLEVEL_Q
    case .h: QR_ECLEVEL_H
    }
  }
}
