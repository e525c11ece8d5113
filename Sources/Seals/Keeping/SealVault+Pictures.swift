import CairoOutput
import DisplayList
package import Foundation

/// Pictures of kept seals for screens: coarse, on white, under SAMPLE bands (sealing.md §7.6).
extension SealVault {
  /// Dots per inch of ``sample(of:)``.
  package static let sampleResolution = 96
  /// Dots per inch of ``review(of:)``, at most.
  package static let reviewResolution = 150
  /// Breadth and distance of the bands over an upload, in mm: they cover three tenths of any mark.
  private static let reviewBands = (breadth: 4.0, pitch: 13.0)

  /// The mark in its true size as a PNG of 96 dpi under one band, which covers a quarter of its ink or
  /// more; for the owner and for officers.
  ///
  /// - Throws: ``SealKeepingError`` when the seal cannot be opened or there is no memory for the picture.
  package func sample(of seal: KeptSeal) throws(SealKeepingError) -> Data {
    let stamp = try stamp(of: seal)
    let factor = Double(Self.sampleResolution) / SealImage.resolution
    let average = AreaAverage(
      width: stamp.mask.width, height: stamp.mask.height, factor: factor)
    let coverage = average.scaled(stamp.mask.coverage, channels: 1)
    let ink = [stamp.ink.red, stamp.ink.green, stamp.ink.blue]
    let mark = PixelPicture(
      width: average.width, height: average.height,
      rgb: coverage.flatMap { covered in
        ink.map { UInt8(255 - Int(covered) * (255 - Int($0)) / 255) }
      })
    let band = SampleBand(over: coverage, width: average.width)
    return try png(mark, under: band, Double(Self.sampleResolution), of: seal)
  }

  /// The uploaded scan as a PNG of at most 150 dpi under bands, for officers, who look at it before they
  /// decide.
  ///
  /// - Throws: ``SealKeepingError`` when the upload cannot be opened or drawn.
  package func review(of seal: KeptSeal) throws(SealKeepingError) -> Data {
    let (file, resolution) = try upload(of: seal)
    let scan: PixelPicture
    do throws(RenderingError) { scan = try ScannedPicture(file).pixels } catch {
      throw SealKeepingError(.picture, seal.id, cause: error)
    }
    let shown = min(Double(Self.reviewResolution), resolution)
    let average = AreaAverage(width: scan.width, height: scan.height, factor: shown / resolution)
    let picture = PixelPicture(
      width: average.width, height: average.height, rgb: average.scaled(scan.rgb, channels: 3))
    let bands = SampleBand(
      width: picture.width, height: picture.height,
      breadth: Self.reviewBands.breadth * shown / 25.4,
      pitch: Self.reviewBands.pitch * shown / 25.4)
    return try png(picture, under: bands, shown, of: seal)
  }

  private func png(
    _ picture: PixelPicture, under bands: SampleBand, _ resolution: Double, of seal: KeptSeal
  ) throws(SealKeepingError) -> Data {
    do throws(RenderingError) {
      return try bands.drawn(over: picture).png(
        dotsPerMetre: Int((resolution / 0.0254).rounded()))
    } catch {
      throw SealKeepingError(.picture, seal.id, cause: error)
    }
  }
}
