package import Measures

/// A seal or signature at a fixed place: one ink that darkens what is below (multiply), so that text
/// under it stays legible.
package struct MaskItem: Hashable, Codable, Sendable {
  /// Where the ink lies.
  package let mask: InkMask
  /// The colour of full coverage on white paper.
  package let ink: Ink
  /// The area that the mask fills.
  package let frame: Rect
  /// Whether the mask stands upside down in its frame.
  package let isTurned: Bool
  /// Whose mark it is; `nil` for a mark over the sheets' edges.
  package let role: MarkRole?

  /// A mark at its place on a page.
  package init(mask: InkMask, ink: Ink, frame: Rect, isTurned: Bool = false, role: MarkRole? = nil)
  {
    self.mask = mask
    self.ink = ink
    self.frame = frame
    self.isTurned = isTurned
    self.role = role
  }
}
