package import Diagnostics

/// A place the printer takes sheets from.
package struct Tray: Hashable, Sendable {
  /// The IPP `media-source` keyword, such as `tray-2` (PWG 5100.7 section 6.3).
  package let name: String
  /// The PWG 5101.1 name of the paper in it.
  package let media: String
  /// Whether a person feeds each sheet; the printer waits for it.
  package let isHandFed: Bool
  /// Sheets left; `nil` for a tray that never runs empty.
  package var sheets: Int?
  /// The number on the topmost sheet; `nil` for paper without numbers.
  package var stock: StockNumber?
  /// Sheets that lie in a hand-fed tray, with their numbers.
  var fed: [StockNumber?] = []

  /// A tray of unnumbered A4 that never runs empty, unless stated otherwise.
  package init(
    _ name: String, media: String = "iso_a4_210x297mm", isHandFed: Bool = false,
    sheets: Int? = nil, stock: StockNumber? = nil
  ) {
    self.name = name
    self.media = media
    self.isHandFed = isHandFed
    self.sheets = sheets
    self.stock = stock
  }

  /// Reads `tray-2 media=iso_a4_210x297mm sheets=50 stock=CN000041`, or `manual hand=yes`.
  ///
  /// - Throws: ``Refusal`` that names the word that is wrong.
  package init(parsing text: String) throws(Refusal) {
    var words = Words(text, "tray", allowed: ["media", "hand", "sheets", "stock"])
    let name = words.first
    let media = words.text("media") ?? "iso_a4_210x297mm"
    let isHandFed = words.choice("hand", among: ["yes", "no"]) == "yes"
    let sheets = words.number("sheets", in: 0...1_000_000)
    let stock = words.stock()
    try words.finish()
    self.init(name, media: media, isHandFed: isHandFed, sheets: sheets, stock: stock)
  }

  /// Whether a sheet can be drawn.
  var isEmpty: Bool { isHandFed ? fed.isEmpty : sheets == 0 }

  /// Takes the topmost sheet of a tray that is not empty.
  ///
  /// - Returns: the number on it.
  mutating func draw() -> StockNumber? {
    precondition(!isEmpty, "a sheet is drawn from paper")
    if isHandFed { return fed.removeFirst() }
    sheets = sheets.map { $0 - 1 }
    defer { stock = stock?.next }
    return stock
  }
}
