import Diagnostics

/// One line of words as people write faults, trays and commands: `first key=value key=value`.
struct Words {
  /// The word in front, without `=`; empty when there is none.
  let first: String
  private let subject: String
  private var pairs: [(key: String, value: String)] = []
  private let findings = Findings()

  /// Splits a line at blanks.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - subject: what it describes, for the messages.
  ///   - allowed: the keys it may have.
  ///   - hasFirst: whether it begins with a word of its own.
  init(_ text: String, _ subject: String, allowed: [String], hasFirst: Bool = true) {
    self.subject = subject
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let hasWord = words.first.map { !$0.contains("=") } ?? false
    first = hasFirst && hasWord ? words.removeFirst() : ""
    if hasFirst, !hasWord {
      findings.error(at: .field(subject), Wording.missingWord(subject))
    }
    for word in words { add(word, allowed) }
  }

  private mutating func add(_ word: String, _ allowed: [String]) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let key = String(parts[0])
    guard allowed.contains(key) else {
      findings.error(
        at: .field(subject), Wording.unknownWord(key), hint: Hint.name(key, among: allowed))
      return
    }
    guard parts.count == 2, !parts[1].isEmpty, !pairs.contains(where: { $0.key == key }) else {
      findings.error(at: .field("\(subject).\(key)"), Wording.badPair(word))
      return
    }
    pairs.append((key, String(parts[1])))
  }

  /// The value of a key, if it was given.
  func text(_ key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// The keys given, in their order.
  var keys: [String] { pairs.map(\.key) }

  /// A whole number in a range.
  mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      refuse(key, text, "\(range.lowerBound)–\(range.upperBound)")
      return nil
    }
    return value
  }

  /// Seconds, with decimals if need be, up to a day.
  mutating func seconds(_ key: String) -> Double? {
    guard let text = text(key) else { return nil }
    guard let value = Double(text), (0...86_400).contains(value) else {
      refuse(key, text, "0–86400")
      return nil
    }
    return value
  }

  /// One of several words.
  mutating func choice(_ key: String, among words: [String]) -> String? {
    guard let text = text(key) else { return nil }
    guard words.contains(text) else {
      refuse(key, text, words.joined(separator: ", "))
      return nil
    }
    return text
  }

  /// The number on the topmost sheet, by the key `stock`.
  mutating func stock() -> StockNumber? {
    guard let text = text("stock") else { return nil }
    guard let number = StockNumber(text) else {
      refuse("stock", text, "CN000001")
      return nil
    }
    return number
  }

  /// Reports a value that cannot stand.
  mutating func refuse(_ key: String, _ value: String, _ allowed: String) {
    findings.error(
      at: .field("\(subject).\(key)"), Wording.badValue(key, value), hint: Hint.allowed([allowed]))
  }

  /// Reports that one of several keys is needed.
  mutating func demand(_ keys: [String]) {
    findings.error(
      at: .field(subject), Wording.missingWord(subject), hint: Hint.allowed(keys))
  }

  /// Throws what was found wrong.
  func finish() throws(Refusal) { try findings.throwErrors() }
}
