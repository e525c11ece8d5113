/// What a PDF says about itself beside its pages.
package struct PDFOptions: Hashable, Sendable {
  /// How a viewer is asked to print the sheets (PDF 32000-1, table 150).
  package enum Duplex: String, Sendable {
    case simplex = "Simplex"
    case longEdge = "DuplexFlipLongEdge"
    case shortEdge = "DuplexFlipShortEdge"
  }

  /// The day and time the file gives for its making.
  package var created: CreationDate
  /// `nil` says nothing.
  package var duplex: Duplex?

  /// Options from the time of making and the way of printing.
  package init(created: CreationDate = .unstated, duplex: Duplex? = nil) {
    self.created = created
    self.duplex = duplex
  }
}
