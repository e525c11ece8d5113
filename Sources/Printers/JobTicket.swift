package import Measures

/// How one document is to be printed; values not stated are the printer's own.
package struct JobTicket: Hashable, Sendable {
  /// `sides` (RFC 8011 section 5.2.8).
  package enum Sides: String, CaseIterable, Sendable {
    case oneSided = "one-sided"
    case twoSidedLongEdge = "two-sided-long-edge"
    case twoSidedShortEdge = "two-sided-short-edge"
  }

  /// The edges of the paper that the pages leave free.
  package struct Margins: Hashable, Sendable {
    /// Free at the left edge.
    package let left: Length
    /// Free at the top edge.
    package let top: Length
    /// Free at the right edge.
    package let right: Length
    /// Free at the bottom edge.
    package let bottom: Length

    /// Margins from their four widths.
    package init(left: Length, top: Length, right: Length, bottom: Length) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }
  }

  /// The job's name as the printer shows it; no personal data belongs here.
  package var name: String
  /// PWG media name.
  package var media: String?
  /// IPP `media-source` keyword of the tray.
  package var source: String?
  /// Which sides are printed and how sheets turn.
  package var sides: Sides
  /// How many times the document is printed.
  package var copies: Int
  /// Dots per inch; also the resolution of the PWG raster.
  package var resolution: Int?
  /// The form of document to send; the printer's best when `nil`.
  package var format: PrintDocument.Format?
  /// What the pages leave free; a printer that cannot print as near to an edge is refused.
  package var margins: Margins?

  /// A ticket for one copy on one side, unless stated otherwise.
  package init(
    name: String, media: String? = nil, source: String? = nil, sides: Sides = .oneSided,
    copies: Int = 1, resolution: Int? = nil, format: PrintDocument.Format? = nil,
    margins: Margins? = nil
  ) {
    self.name = name
    self.media = media
    self.source = source
    self.sides = sides
    self.copies = copies
    self.resolution = resolution
    self.format = format
    self.margins = margins
  }
}
