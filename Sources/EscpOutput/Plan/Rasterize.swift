package import DisplayList
package import Measures

/// Draws marks with so many dots across and down a frame; what lies outside of it is cut off.
///
/// Handed in, so that this target draws nothing itself. The frame's dots need not be square.
package typealias Rasterize = (
  _ items: [PageItem], _ frame: Rect, _ columns: Int, _ rows: Int
) throws -> InkMask
