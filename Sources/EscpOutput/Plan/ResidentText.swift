import Devices

/// Which characters a printer's own font may print.
struct ResidentText {
  private let verified: Set<Character>

  /// ASCII, and what was seen correct on paper as far as the code page has it.
  init(_ profile: DeviceProfile) {
    verified = Set((profile.dotMatrix?.verifiedCharacters ?? "").filter(CodePage.has))
  }

  /// Whether a character goes out as a byte; all others are drawn with the pins.
  func has(_ character: Character) -> Bool {
    CodePage.isASCII(character) || verified.contains(character)
  }
}
