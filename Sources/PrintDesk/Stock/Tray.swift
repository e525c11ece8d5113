/// Where a printer takes paper from.
package struct Tray: Hashable, Sendable {
  /// The printer, as the register names it.
  package let printer: String
  /// Its IPP `media-source` keyword such as `tray-2`; empty for a printer with one.
  package let name: String

  /// A tray of a printer.
  package init(printer: String, name: String) {
    self.printer = printer
    self.name = name
  }
}
