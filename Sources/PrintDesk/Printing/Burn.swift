/// What is on the disk before the first byte of a pass leaves: from then on the pass is never sent again.
package struct Burn: Hashable, Sendable {
  /// The job's name to the printer, unique for ever: a UUID in lower case.
  package let job: String
  /// The printer, as the register names it.
  package let printer: String
  /// The tray the paper lies in; `nil` for a printer with one.
  package let tray: String?
  /// SHA-256 of the bytes that are sent, in hexadecimal.
  package let document: String
  /// Who sent it off, and when.
  package let act: Act

  /// A burn from its parts.
  package init(job: String, printer: String, tray: String?, document: String, act: Act) {
    self.job = job
    self.printer = printer
    self.tray = tray
    self.document = document
    self.act = act
  }
}
