package import Diagnostics

extension CertificateNumber {
  /// What is wrong with a number that somebody typed (S3-27: a number may be edited).
  ///
  /// - Parameters:
  ///   - text: the number.
  ///   - shape: how the profile's numbers look.
  ///   - form: the form code.
  ///   - day: the day the certificate is issued, or applied for.
  ///   - holder: the enterprise code or registration; `nil` when it is not known.
  /// - Returns: errors and warnings at `number`; none for a number that fits.
  package static func faults(
    of text: String, shape: NumberShape, form: String, day: CalendarDate, holder: String? = nil
  ) -> [Diagnostic] {
    let findings = Findings()
    let place = Place.field("number")
    guard let number = CertificateNumber(text, shape: shape) else {
      findings.error(at: place, Wording.number(text, pattern: shape.pattern))
      return findings.diagnostics
    }
    if let letters = shape.letters[form], !shape.chosen.contains(form), letters != number.letters {
      findings.error(at: place, Wording.numberLetters(number.letters, wanted: letters))
    }
    if let holder, holder != number.holder {
      findings.error(at: place, Wording.numberHolder(number.holder, wanted: holder))
    }
    number.checkYear(day, place, findings)
    if number.serial.reversed().prefix(while: \.isASCIIDigit).allSatisfy({ $0 == "0" }) {
      findings.error(at: place, Wording.countsFromOne)
    }
    return findings.diagnostics
  }

  /// A number may be made in the year before the issue, never after it.
  private func checkYear(_ day: CalendarDate, _ place: Place, _ findings: Findings) {
    let years = (year - day.year % 100 + 150) % 100 - 50
    if years > 0 {
      findings.error(at: place, Wording.numberYear(year, day))
    } else if years < 0 {
      findings.warning(at: place, Wording.numberYear(year, day))
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
