package import Foundation

/// A document checked against its printer and ready to go; sending uses it up.
///
/// Everything that can be refused was refused before this exists, so that a register can be
/// written between preparing and sending.
package struct PreparedJob: ~Copyable, Sendable {
  package let ticket: JobTicket
  package let format: PrintDocument.Format
  package let bytes: Data
  /// What the printer said when the job was checked.
  package let status: PrinterStatus
}
