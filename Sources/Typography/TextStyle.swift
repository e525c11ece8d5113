package import DisplayList
package import Measures

/// How a text looks.
package struct TextStyle: Hashable, Sendable {
  package var role: FontRole
  package var isBold: Bool
  /// The font size (em).
  package var size: Length
  /// The distance of baselines divided by the size.
  package var leading: Double
  package var ink: Ink
  /// The advance of every character, two for a wide one, where the device has one pitch.
  package var fixedPitch: Length?

  package init(
    role: FontRole, isBold: Bool = false, size: Length, leading: Double = 1.2,
    ink: Ink = .black, fixedPitch: Length? = nil
  ) {
    self.role = role
    self.isBold = isBold
    self.size = size
    self.leading = leading
    self.ink = ink
    self.fixedPitch = fixedPitch
  }
}
