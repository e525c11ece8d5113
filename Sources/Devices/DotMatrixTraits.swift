/// What an impact printer answers to; the profile asks this, not the model's name.
package struct DotMatrixTraits: Hashable, Codable, Sendable {
  /// The pins of the head, from top to bottom.
  package let pins: Int
  /// Whether Chinese mode (`FS &`) is on after switching on; `nil` when not known.
  package var startsInChineseMode: Bool?
  /// Carbon copies besides the first sheet; `nil` when not known.
  package var carbonCopies: Int?
  /// Characters seen correct on paper besides ASCII, from the character sheet of the calibration.
  package var verifiedCharacters: String

  /// The traits of an impact printer from its facts, none of them checked.
  package init(
    pins: Int, startsInChineseMode: Bool?, carbonCopies: Int?, verifiedCharacters: String
  ) {
    self.pins = pins
    self.startsInChineseMode = startsInChineseMode
    self.carbonCopies = carbonCopies
    self.verifiedCharacters = verifiedCharacters
  }
}
