import Diagnostics

/// How a person shows that they have the sheet before their eyes.
///
/// A numbered sheet is known by its number alone: whatever else is read from it says what was printed, not on
/// which sheet.
package struct Look: Hashable, Sendable {
  /// What a code on the sheet says.
  package struct Code: Hashable, Sendable {
    /// The certificate number.
    package let number: String
    /// The serial of the original.
    package let serial: String

    /// What was read.
    package init(number: String, serial: String) {
      self.number = number
      self.serial = serial
    }
  }

  /// The code that was read; `nil` when none was.
  package let code: Code?
  /// The last characters of the stock number, or on blank paper of the serial, typed from the sheet.
  package let typed: String?

  /// A look from what was read and typed.
  package init(code: Code?, typed: String?) {
    self.code = code
    self.typed = typed
  }

  /// The code on the sheet was read and says this.
  package static func scanned(number: String, serial: String) -> Look {
    Look(code: Code(number: number, serial: serial), typed: nil)
  }

  /// The last characters of the stock number or serial were typed from the sheet.
  package static func typed(_ text: String) -> Look { Look(code: nil, typed: text) }

  /// How many characters have to be typed.
  package static let shortest = 4

  /// What is wrong with a look at a sheet of an output; `nil` when it shows this sheet.
  func fault(with sheet: Sheet, of output: Output) -> Message? {
    if let code, code != Code(number: output.number, serial: output.serial) {
      return Wording.otherCode(sheet.id, code.serial)
    }
    if code != nil, typed == nil, sheet.stock == nil { return nil }
    let wanted = Self.plain(sheet.stock?.text ?? output.serial)
    let text = Self.plain(typed ?? "")
    guard text.count >= min(Self.shortest, wanted.count) else {
      return sheet.stock == nil ? Wording.typeMore : Wording.typeNumber(sheet.id)
    }
    return wanted.hasSuffix(text) ? nil : Wording.typedOther(sheet, text)
  }

  /// Without spaces and hyphens, in capitals: how people write numbers down.
  private static func plain(_ text: String) -> String {
    text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
  }
}
