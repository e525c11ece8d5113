import Certificates
import Crypto
import DisplayList
import Foundation
import Support
import Testing

/// Whole documents against the display lists that were looked at before.
@Suite struct GoldenTests {
  @Test(
    "Samples of the three forms that differ most, page by page",
    arguments: [("C", 1), ("C", 20), ("RCEP", 2), ("RCEP", 12), ("H", 2), ("H", 12)])
  func samples(_ form: String, _ items: Int) throws {
    let document = try Workshop.document(form, items: items) {
      if form != "H" { $0.number = form == "C" ? "26C1100B0001/00004" : nil }
    }
    var seen: [String: Int] = [:]
    var text = ["title \(document.title)"]
    for (index, page) in document.pages.enumerated() {
      let first = seen[page.template.hash]
      if first == nil { seen[page.template.hash] = index + 1 }
      text += Self.lines(page, templateOf: first)
    }
    let path = "Tests/TypesettingTests/Golden/\(form)-\(items).txt"
    let problem = try Golden.difference(text.joined(separator: "\n") + "\n", from: path)
    #expect(problem == nil)
  }

  /// The kinds whose samples are kept whole above.
  private static let whole: Set = ["C", "RCEP", "H"]
  private static let others =
    (try? Site.load().policies.kinds.map(\.code).filter { !whole.contains($0) }) ?? []

  @Test("The texts of the first front of every other form's sample", arguments: others)
  func fronts(_ form: String) throws {
    let document = try Workshop.document(form)
    let page = try #require(document.pages.first)
    let lines = TextDump.lines(of: page)
    let texts = Self.readable(lines.filter { $0.contains(" text ") && !$0.hasPrefix("note ") })
    let hash = Self.digits(of: lines)
    let head = [
      "title \(document.title)", "\(document.pages.count) pages, \(document.sheetCount) sheets",
    ]
    let all = head + texts + ["all \(lines.count) lines: \(hash)"]
    let path = "Tests/TypesettingTests/Golden/\(form)-front.txt"
    let problem = try Golden.difference(all.joined(separator: "\n") + "\n", from: path)
    #expect(problem == nil)
  }

  /// The page's dump without the guilloche and without glyph numbers, which go into one hash, and
  /// without the form layer where an earlier page has the same template.
  private static func lines(_ page: Page, templateOf first: Int?) -> [String] {
    let dump = TextDump.lines(of: page)
    let shown = dump.filter { line in
      !line.hasPrefix("background ") && (first == nil || !line.hasPrefix("form "))
    }
    let form = first.map { ["form as on page \($0)"] } ?? []
    return readable(shown) + form + ["all \(dump.count) lines: \(digits(of: dump))"]
  }

  /// Lines without their glyph numbers.
  private static func readable(_ lines: [String]) -> [String] {
    lines.map { line in line.replacing(/\ ([a-z-]+):[0-9,]+/) { " \($0.1)" } }
  }

  private static func digits(of lines: [String]) -> String {
    let hash = SHA256.hash(data: Data(lines.joined(separator: "\n").utf8))
    return hash.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
  }
}
