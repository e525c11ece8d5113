import Diagnostics

/// How a person shows that they have the sheet before their eyes.
package enum Look: Hashable, Sendable {
  /// The code on the sheet was read and says this.
  case scanned(number: String, serial: String)
  /// The last characters of the serial, or the stock number, typed from the sheet.
  case typed(String)

  /// How many characters of a serial have to be typed.
  package static let shortest = 4

  /// What is wrong with a look at a sheet of an output; `nil` when it shows this sheet.
  func fault(with sheet: Sheet, of output: Output) -> Message? {
    switch self {
    case .scanned(let number, let serial):
      number == output.number && serial == output.serial
        ? nil : Wording.otherCode(sheet.id, serial)
    case .typed(let text): fault(typed: Self.plain(text), sheet, output)
    }
  }

  private func fault(typed text: String, _ sheet: Sheet, _ output: Output) -> Message? {
    if let stock = sheet.stock, text == Self.plain(stock.text) { return nil }
    let serial = Self.plain(output.serial)
    guard text.count >= min(Self.shortest, serial.count) else { return Wording.typeMore }
    return serial.hasSuffix(text) ? nil : Wording.typedOther(sheet.id, text)
  }

  /// Without spaces and hyphens, in capitals: how people write numbers down.
  private static func plain(_ text: String) -> String {
    text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
  }
}
