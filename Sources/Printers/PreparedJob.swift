package import Foundation

/// A document checked against its printer and ready to go; sending uses it up.
///
/// Everything that can be refused was refused before this exists, so that a register can be
/// written between preparing and sending.
package struct PreparedJob: ~Copyable, Sendable {
  /// What the printer's way needs for the sending.
  enum Way: Sendable {
    /// What the printer said when the job was checked.
    case ipp(PrinterStatus)
    /// The open connection, on which nothing was sent yet.
    case raw(RawConnection)
  }

  /// What was asked for.
  package let ticket: JobTicket
  /// The form of document that was chosen.
  package let format: PrintDocument.Format
  /// The document as it is sent.
  package let bytes: Data
  let way: Way
}
