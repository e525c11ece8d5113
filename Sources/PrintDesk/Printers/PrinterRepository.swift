/// Where the desk's printers are kept; used inside a unit of work.
package protocol PrinterRepository {
  /// The printer of a name; `nil` when there is none.
  func printer(_ name: String) throws -> DeskPrinter?
  /// Every printer, by name.
  func printers() throws -> [DeskPrinter]
  /// Adds a printer, or puts a known one's new particulars in place of the old ones.
  func keep(_ printer: DeskPrinter) throws
}
