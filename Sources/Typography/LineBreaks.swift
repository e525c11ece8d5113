import CICU
import Synchronization

/// Where a paragraph may be broken: ICU's opportunities (UAX 14) with the rules of our trade.
struct LineBreaks: Sendable {
  /// UTF-8 offsets of the opportunities, rising; the last one is the end of the text.
  let offsets: [Int]
  /// UTF-8 offsets between characters with what stands there, for words wider than a line.
  private let boundaries: [Boundary]
  /// For each opportunity or boundary that follows spaces, where these begin.
  private let spaces: [Int: Int]

  private struct Boundary: Sendable {
    let offset: Int
    /// Whether a line should not be broken here even inside a word.
    let isForbidden: Bool
  }

  init(_ text: String) {
    let characters = Array(text)
    var offsets: [Int] = [0]
    offsets.reserveCapacity(characters.count + 1)
    for character in characters {
      offsets.append(offsets[offsets.count - 1] + character.utf8.count)
    }
    let found = LineBreakIterator.opportunities(in: text)
    self.offsets = Tailoring.apply(to: found, characters: characters, offsets: offsets)
    boundaries = characters.indices.dropFirst().map { index in
      Boundary(
        offset: offsets[index],
        isForbidden: Tailoring.isForbidden(between: characters[index - 1], and: characters[index]))
    }
    spaces = Self.spaces(characters, offsets)
  }

  private static func spaces(_ characters: [Character], _ offsets: [Int]) -> [Int: Int] {
    var spaces: [Int: Int] = [:]
    var start: Int?
    for (index, character) in characters.enumerated() {
      if Tailoring.isSpace(character) {
        start = start ?? offsets[index]
        spaces[offsets[index + 1]] = start
      } else {
        start = nil
      }
    }
    return spaces
  }

  /// Where the last visible character before an offset ends.
  func ink(before offset: Int) -> Int { spaces[offset] ?? offset }

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

  /// The last good place inside a word that fits, else the last one, else after one character.
  func emergency(in word: Range<Int>, fits: (Int) -> Bool) -> Int {
    let inside = boundaries.filter { word.lowerBound < $0.offset && $0.offset < word.upperBound }
    let fitting = inside.prefix { fits($0.offset) }
    let best = fitting.last { !$0.isForbidden } ?? fitting.last ?? inside.first
    return best?.offset ?? word.upperBound
  }
}
