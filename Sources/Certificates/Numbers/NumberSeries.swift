package import Diagnostics

/// The certificate numbers of one counter: which number its n-th certificate gets, and how many there are.
///
/// Pure: handing a number out once is for the store.
package struct NumberSeries: Hashable, Sendable {
  /// What the numbers are counted by.
  package let counter: NumberCounter
  /// How the numbers look.
  package let shape: NumberShape
  /// How many numbers there are, counted from 1; a prefix takes digits from the running number.
  package let capacity: Int

  private let digits: Int

  /// The numbers of an enterprise for one kind and year, or what is wrong with them.
  ///
  /// A prefix is a warning: it leaves fewer numbers (X16). Prefixes that would make the same numbers
  /// are refused.
  ///
  /// - Parameters:
  ///   - shape: how the profile's numbers look in that year.
  ///   - form: the form code.
  ///   - year: the year in full.
  ///   - holder: the enterprise code or registration.
  ///   - prefix: the enterprise's own 1 to 3 letters or digits (S3-28); empty for none.
  ///   - used: prefixes under which the enterprise has numbers of the kind and year already.
  ///   - findings: takes what is wrong, by the parameters' names.
  package init?(
    shape: NumberShape, form: String, year: Int, holder: String, prefix: String = "",
    beside used: [String] = [], _ findings: Findings
  ) {
    let own = Findings()
    defer { own.diagnostics.forEach(findings.report) }
    shape.check(form: form, own)
    shape.check(holder: holder, own)
    shape.check(prefix: prefix, beside: used, own)
    guard !own.hasErrors, let letters = shape.letters[form] else { return nil }
    counter = NumberCounter(
      profile: shape.profile, year: year, letters: letters, holder: holder, prefix: prefix)
    self.shape = shape
    digits = shape.serialWidth - prefix.count
    capacity = shape.capacity(prefix: prefix)
  }

  /// The number of the n-th certificate, from 1.
  ///
  /// - Throws: ``Refusal`` when all numbers are used, naming the prefix and what to do (X16).
  package func number(_ ordinal: Int) throws(Refusal) -> String {
    guard ordinal >= 1 else {
      throw Refusal(Diagnostic(at: .field("number"), Wording.countsFromOne))
    }
    guard ordinal <= capacity else {
      throw Refusal(
        Diagnostic(
          at: .field("number"), Wording.numbersUsed(counter, capacity),
          hint: counter.prefix.isEmpty ? nil : Wording.shorterPrefix))
    }
    let serial = counter.prefix + Counting.padded(ordinal, digits: digits)
    let number = CertificateNumber(
      year: counter.year % 100, letters: counter.letters, holder: counter.holder, serial: serial)
    guard let text = number.text(shape: shape) else {
      preconditionFailure("a checked series makes numbers of its shape")
    }
    return text
  }

  /// Which certificate of the series a number belongs to; `nil` when to none.
  package func ordinal(of text: String) -> Int? {
    guard let number = CertificateNumber(text, shape: shape),
      number.serial.hasPrefix(counter.prefix),
      let ordinal = Counting.ordinal(number.serial.dropFirst(counter.prefix.count)),
      (try? self.number(ordinal)) == text
    else { return nil }
    return ordinal
  }
}

/// Running numbers of a fixed width, counted from 1.
enum Counting {
  /// The last number of so many digits.
  static func last(digits: Int) -> Int { (0..<digits).reduce(1) { power, _ in power * 10 } - 1 }

  static func padded(_ ordinal: Int, digits: Int) -> String {
    let text = String(ordinal)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// The number of some digits; `nil` for zero and for anything else than digits.
  static func ordinal(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let ordinal = Int(digits) else {
      return nil
    }
    return ordinal > 0 ? ordinal : nil
  }
}
