/// What the sheets of a probe answer about an impact printer.
package enum ProbeQuestion: String, CaseIterable, Sendable {
  /// Which characters beyond ASCII come out wrong.
  case wrong
  /// Whether the printer takes bytes for Chinese after switching on.
  case startsInChinese = "starts-in-chinese"
  /// How many carbon copies can be read.
  case copies
  /// Whether it answers to ESC/P 2.
  case escp2

  /// What a profile's list of unknown facts calls it while nobody has answered.
  package var unknown: String {
    switch self {
    case .wrong: "characters beyond ASCII"
    case .startsInChinese: "state of Chinese mode after switching on"
    case .copies: "carbon copies"
    case .escp2: "ESC/P 2 commands"
    }
  }
}
