package import CairoOutput
package import Diagnostics
package import Foundation

/// A scan of a seal or signature as it was handed in, as pixels.
package struct Scan: Sendable {
  /// Width in pixels.
  let width: Int
  /// Height in pixels.
  let height: Int
  /// Red, green and blue of each pixel, row by row from the top left.
  let rgb: [UInt8]
  /// Dots per inch.
  package let resolution: Double
  /// The file itself, kept untouched.
  package let upload: Data

  /// The resolutions that are taken at all; the gate asks for more.
  package static let resolutions = 150.0...1200.0

  /// Reads a PNG, JPEG or TIFF file.
  ///
  /// - Parameters:
  ///   - upload: the file's bytes.
  ///   - stated: dots per inch as the person says; the file's own when `nil`.
  /// - Throws: ``Refusal`` when the file cannot be read, states no resolution, or one out of range.
  package init(upload: Data, stated: Double? = nil) throws(Refusal) {
    let picture: ScannedPicture
    do throws(RenderingError) {
      picture = try ScannedPicture(upload)
    } catch {
      throw Refusal(Diagnostic(at: Place(), error.message))
    }
    guard let resolution = stated ?? picture.resolution else {
      throw Refusal(Diagnostic(at: Place(), Wording.noResolution, hint: Wording.stateResolution))
    }
    // PNG counts dots to the metre, so that 300 to the inch are a little less.
    guard Self.resolutions.contains(resolution.rounded()) else {
      throw Refusal(
        Diagnostic(
          at: Place(), Wording.resolutionOutOfRange(resolution), hint: Wording.stateResolution))
    }
    self.init(pixels: picture.pixels, resolution: resolution, upload: upload)
  }

  /// A scan that is decoded already.
  package init(pixels: PixelPicture, resolution: Double, upload: Data = Data()) {
    width = pixels.width
    height = pixels.height
    rgb = pixels.rgb
    self.resolution = resolution
    self.upload = upload
  }

  /// How many pixels a length in millimetres takes.
  func pixels(mm: Double) -> Double { mm * resolution / 25.4 }

  /// The length in millimetres of a number of pixels.
  func mm(pixels: Double) -> Double { pixels * 25.4 / resolution }
}
