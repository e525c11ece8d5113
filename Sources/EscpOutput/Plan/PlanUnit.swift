package import Measures

/// The grid on which marks are planned: 1/360 inch, the finest that any of the languages states.
package enum PlanUnit {
  /// Units in one inch.
  package static let perInch = 360
  /// Units between two dots of a 24-pin bit image (180 dots per inch).
  package static let perDot = 2
  /// Pins of the head and rows of one band.
  package static let pins = 24
  /// The height of the head.
  package static let headHeight = pins * perDot
  /// From the first pin to the baseline of resident text: 20/180 inch (ESC/P Reference Manual).
  package static let baselineDrop = 40

  /// A distance in units, rounded to a multiple of `step`.
  static func round(_ length: Length, to step: Int = 1) -> Int {
    Int((length.dots(perInch: perInch) / Double(step)).rounded()) * step
  }

  /// A distance in units, rounded down to a multiple of `step`.
  static func floor(_ length: Length, to step: Int = 1) -> Int {
    Int((length.dots(perInch: perInch) / Double(step)).rounded(.down)) * step
  }

  /// The distance of so many units; exact.
  package static func length(_ units: Int) -> Length {
    Length(units: Length.unitsPerInch / perInch * units)
  }
}
