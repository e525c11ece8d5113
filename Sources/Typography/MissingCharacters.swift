package import Diagnostics

/// A text has characters that cannot be set: no font has them, or they are written right to left.
package struct MissingCharacters: Error, Hashable, Sendable, CustomStringConvertible {
  /// The characters in the order of their first appearance, each once.
  package let characters: [Character]

  /// An error from the characters that cannot be set, each once.
  package init(characters: [Character]) { self.characters = characters }

  /// A sentence that names each character with its Unicode numbers.
  package var message: Message { Wording.missingCharacters(characters.prefix(8).map(Self.name)) }

  /// The message in English.
  package var description: String { message.english }

  /// The character, when it can be shown at all, with its Unicode numbers.
  package static func name(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    let numbers = scalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
    let isVisible = scalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
        .paragraphSeparator:
        false
      default: true
      }
    }
    return isVisible ? "\(character) (\(numbers))" : numbers
  }
}
