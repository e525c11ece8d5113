/// What a face is used for, as `Fonts/fonts.yaml` names it.
package struct FontRole: Hashable, Codable, Sendable, RawRepresentable {
  /// The role's name in the manifest.
  package let rawValue: String

  /// A role from its name in the manifest.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Latin with serifs; Chinese behind it.
  package static let serif = FontRole(rawValue: "serif")
  /// Latin without serifs; Chinese behind it.
  package static let sans = FontRole(rawValue: "sans")
  /// Chinese first, its own Latin letters and punctuation included.
  package static let cjk = FontRole(rawValue: "cjk")
  /// Latin of one pitch; Chinese behind it.
  package static let typewriter = FontRole(rawValue: "typewriter")

  /// The roles that every font manifest has.
  package static let standard: [FontRole] = [.serif, .sans, .cjk, .typewriter]
}
