/// A certificate number taken apart.
package struct CertificateNumber: Hashable, Sendable {
  /// The last two digits of the year.
  package let year: Int
  /// The letters of the kind.
  package let letters: String
  /// The enterprise code or registration.
  package let holder: String
  /// The running number, and for customs the enterprise's own prefix, as written.
  package let serial: String

  /// A number from its parts, before it is written in a shape.
  package init(year: Int, letters: String, holder: String, serial: String) {
    self.year = year
    self.letters = letters
    self.holder = holder
    self.serial = serial
  }

  /// Takes a number apart; `nil` when it has not the shape.
  ///
  /// Letters are the longest known ones of the shape that lead to a fit.
  package init?(_ text: String, shape: NumberShape) {
    let letters = Set(shape.letters.values).sorted { ($1.count, $0) < ($0.count, $1) }
    for candidate in letters {
      guard let number = Self.match(text[...], shape.parts, letters: candidate) else { continue }
      self = number
      return
    }
    return nil
  }

  /// The parts of a text; `nil` when they are not those of a shape with these letters.
  static func match(
    _ text: Substring, _ parts: [NumberShape.Part], letters: String
  ) -> CertificateNumber? {
    var rest = text
    var year = 0
    var holder = ""
    var serial = ""
    for part in parts {
      switch part {
      case .literal(let character):
        guard rest.popFirst() == character else { return nil }
      case .letters:
        guard rest.hasPrefix(letters) else { return nil }
        rest = rest.dropFirst(letters.count)
      case .year:
        guard let digits = take(&rest, 2, isDigit), let number = Int(digits) else { return nil }
        year = number
      case .holder(let width):
        guard let code = take(&rest, width, isAlphanumeric) else { return nil }
        holder = code
      case .serial(let width):
        guard let number = take(&rest, width, isDigit) else { return nil }
        serial = number
      case .prefixedSerial(let width):
        guard let number = take(&rest, width, isAlphanumeric), number.last.map(isDigit) == true
        else { return nil }
        serial = number
      }
    }
    guard rest.isEmpty else { return nil }
    return CertificateNumber(year: year, letters: letters, holder: holder, serial: serial)
  }

  private static func take(
    _ rest: inout Substring, _ count: Int, _ fits: (Character) -> Bool
  ) -> String? {
    let part = rest.prefix(count)
    guard part.count == count, part.allSatisfy(fits) else { return nil }
    rest = rest.dropFirst(count)
    return String(part)
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) && character.isASCII
  }

  private static func isAlphanumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  /// The number written in a shape; `nil` when a part does not fit its width.
  package func text(shape: NumberShape) -> String? {
    var text = ""
    for part in shape.parts {
      switch part {
      case .literal(let character): text.append(character)
      case .letters: text += letters
      case .year: text += (year < 10 ? "0" : "") + String(year)
      case .holder(let width):
        guard holder.count == width else { return nil }
        text += holder
      case .serial(let width), .prefixedSerial(let width):
        guard serial.count <= width else { return nil }
        text += String(repeating: "0", count: width - serial.count) + serial
      }
    }
    return CertificateNumber(text, shape: shape) == nil ? nil : text
  }
}
