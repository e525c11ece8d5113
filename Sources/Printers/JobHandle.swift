/// A job the printer has taken, with what is needed to know it again.
package struct JobHandle: Hashable, Sendable {
  /// The printer that took the job.
  package let printer: PrinterAddress
  /// The printer's number of the job; it starts again after a power cycle.
  package let id: Int
  /// `job-name` as it was sent.
  package let name: String
  /// `job-uuid`, when the printer gives one.
  package let uuid: String?
  /// `printer-up-time` in seconds just before sending.
  package let upTime: Int?
  /// The form the document was sent in.
  package let format: PrintDocument.Format

  /// A handle from what the printer said when it took the job.
  package init(
    printer: PrinterAddress, id: Int, name: String, uuid: String?, upTime: Int?,
    format: PrintDocument.Format
  ) {
    self.printer = printer
    self.id = id
    self.name = name
    self.uuid = uuid
    self.upTime = upTime
    self.format = format
  }
}
