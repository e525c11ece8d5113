package import DisplayList
package import Measures

/// How a text looks.
package struct TextStyle: Hashable, Sendable {
  /// What the text's face is used for, which decides the faces.
  package var role: FontRole
  /// Whether the role's bold faces are taken.
  package var isBold: Bool
  /// The font size (em).
  package var size: Length
  /// The distance of baselines divided by the size.
  package var leading: Double
  /// The colour of the text.
  package var ink: Ink
  /// The advance of every character, two for a wide one, where the device has one pitch.
  package var fixedPitch: Length?
  /// How a font of one pitch may change to make a text fit; `nil` where it may not.
  package var resident: ResidentFont?

  /// A style from its role and size, the rest as for plain text.
  package init(
    role: FontRole, isBold: Bool = false, size: Length, leading: Double = 1.2,
    ink: Ink = .black, fixedPitch: Length? = nil, resident: ResidentFont? = nil
  ) {
    self.role = role
    self.isBold = isBold
    self.size = size
    self.leading = leading
    self.ink = ink
    self.fixedPitch = fixedPitch
    self.resident = resident
  }
}
