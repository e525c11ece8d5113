import Foundation

/// A word on a page where poppler found it (`pdftotext -bbox`).
struct PrintedWord: CustomStringConvertible {
  let text: String
  /// The left edge in millimetres.
  let x: Double
  /// The top edge in millimetres.
  let y: Double

  var description: String { "'\(text)' at \(x), \(y)" }

  /// All words of a page's part of the answer.
  static func all(on page: String) -> [PrintedWord] {
    page.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\"")
      guard parts.count > 8, let x = Double(parts[1]), let y = Double(parts[3]),
        let text = parts[8].split(separator: "<").first
      else { return nil }
      return PrintedWord(
        text: String(text.dropFirst()), x: x * 25.4 / 72, y: y * 25.4 / 72)
    }
  }

  /// The words that stand once on both of two pages, in the same order.
  static func common(
    _ page: [PrintedWord], _ other: [PrintedWord]
  ) -> ([PrintedWord], [PrintedWord]) {
    func single(_ words: [PrintedWord]) -> [String: PrintedWord] {
      Dictionary(grouping: words, by: \.text).filter { $0.value.count == 1 }.mapValues { $0[0] }
    }
    let (first, second) = (single(page), single(other))
    let names = Set(first.keys).intersection(second.keys).sorted()
    return (names.compactMap { first[$0] }, names.compactMap { second[$0] })
  }
}
