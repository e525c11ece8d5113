/// Where a paragraph may be broken: ICU's opportunities (UAX 14) with the rules of our trade.
struct LineBreaks: Sendable {
  /// UTF-8 offsets of the opportunities, rising; the last one is the end of the text.
  let offsets: [Int]
  /// ICU's opportunities that our rules took out, taken again before a word is broken.
  private let withdrawn: Set<Int>
  private let text: String

  init(_ text: String) {
    self.text = text
    let found = LineBreakIterator.opportunities(in: text)
    offsets = Tailoring.apply(to: found, text: text)
    withdrawn = Set(found).subtracting(offsets)
  }

  /// The index of the first opportunity after an offset.
  func index(after offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where to break a word that is wider than its line.
  ///
  /// The last withdrawn opportunity that fits, or the last joint of a code; else between a number and
  /// its unit; else the last place between characters where no punctuation is misplaced; else the
  /// last one at all; else behind the first character.
  func emergency(in word: Range<Int>, fits: (Int) -> Bool) -> Int {
    var first: Int?
    var last: Int?
    var good: Int?
    var given: Int?
    var unit: Int?
    var isNumber = true
    var offset = word.lowerBound
    var previous: Character?
    for character in text.utf8Slice(word) {
      if let previous {
        first = first ?? offset
        guard fits(offset) else { break }
        last = offset
        if !Tailoring.isForbidden(between: previous, and: character) { good = offset }
        if withdrawn.contains(offset) || Tailoring.isJoint(previous) { given = offset }
        if isNumber, character.isLetter { unit = offset }
      }
      isNumber = isNumber && (("0"..."9").contains(character) || ",.".contains(character))
      previous = character
      offset += character.utf8.count
    }
    return given ?? unit ?? good ?? last ?? first ?? word.upperBound
  }
}

extension String {
  /// The characters of a UTF-8 range that begins and ends between characters.
  func utf8Slice(_ range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }

  /// Where the last character before a UTF-8 offset that is no space ends, as a UTF-8 offset.
  func inkEnd(before offset: Int) -> Int {
    let utf8 = utf8
    var index = utf8.index(startIndex, offsetBy: offset)
    var end = offset
    while end > 0 {
      let before = unicodeScalars.index(before: index)
      guard Tailoring.isSpace(unicodeScalars[before]) else { break }
      end -= UTF8.width(unicodeScalars[before])
      index = before
    }
    return end
  }
}
