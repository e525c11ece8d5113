import CairoOutput
package import DisplayList
package import Foundation
package import Measures

/// A seal or signature ready to be stamped: one ink, where it lies, how large it truly is.
package struct SealImage: Sendable {
  /// What it is.
  package let kind: SealKind
  /// The outline.
  package let shape: SealShape
  /// The colour of full ink on white paper.
  package let ink: Ink
  /// Where the ink lies, at 600 dots per inch, with half a millimetre around.
  package let mask: InkMask
  /// The outline's size on paper.
  package let size: Size
  /// The mask's size on paper, margins included.
  package let frame: Size
  /// The slider the background was removed with.
  package let slider: Slider
  /// The file it was made from, untouched.
  package let upload: Data
  /// Dots per inch of that file.
  let resolution: Double

  /// Dots per inch of every mask.
  package static let resolution = 600.0
  /// The free space around the ink in mm.
  static let margin = 0.5

  /// Straightens and trims a mark; `turn` is how far the person turns it, anticlockwise in degrees.
  init(
    _ components: Components, _ outline: Outline, kind: SealKind, slider: Slider, turn: Double = 0
  ) {
    let measured = MarkSize(outline, scan: components.scan)
    self.kind = kind
    shape = outline.shape
    ink = components.vector.ink
    mask =
      MarkCutting(
        components, outline, turn: turn * .pi / 180, correction: measured.correction
      ).mask
    size = Size(width: .mm(measured.width), height: .mm(measured.height))
    let dot = 25.4 / Self.resolution
    frame = Size(width: .mm(Double(mask.width) * dot), height: .mm(Double(mask.height) * dot))
    self.slider = slider
    upload = components.scan.upload
    resolution = components.scan.resolution
  }

  /// The mark as a PNG file for exchange, with its ink, alpha and true size.
  ///
  /// - Throws: ``RenderingError`` when there is no memory for it.
  package func png() throws -> Data {
    try MaskPNG.file(mask, ink: ink, dotsPerMetre: Int((Self.resolution / 0.0254).rounded()))
  }
}
