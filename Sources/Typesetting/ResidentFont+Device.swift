import Devices
import Forms
import Measures
import Typography

extension ResidentFont {
  /// The font of a printer as it takes the place of a style; `nil` for printers that draw outlines.
  ///
  /// A printer has no sizes, so the pitches stand for them: characters of 12 to the inch for a style of
  /// 9 points, and the narrowest for its smallest size. Height and line stay the same for all.
  init?(_ device: DeviceProfile, for style: Style) {
    let pitches = device.residentPitches
    guard let narrowest = pitches.last else { return nil }
    let fitting = pitches.filter { pitch in
      let size = Self.size(pitch)
      return size <= style.size.scaled(by: 1.25) && size >= style.minimum.scaled(by: 0.9)
    }
    let nearest = pitches.first { Self.size($0) <= style.size.scaled(by: 1.25) } ?? narrowest
    self.init(
      pitches: fitting.isEmpty ? [nearest] : fitting, ascent: DeviceProfile.residentAscent,
      descent: DeviceProfile.residentDescent,
      lineSpacing: max(DeviceProfile.residentLine, style.pitch))
  }

  /// The size of a typewriter face of a pitch: 12 points for 10 to the inch.
  private static func size(_ pitch: Length) -> Length { pitch.scaled(by: 1 / 0.6) }
}
