import Certificates
import Crypto
import DisplayList
import Foundation
import Support
import Testing

/// Whole documents against the display lists that were looked at before.
@Suite struct GoldenTests {
  @Test(
    "Samples of every form",
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

  /// The page's dump without the guilloche and without glyph numbers, which go into one hash, and
  /// without the form layer where an earlier page has the same template.
  private static func lines(_ page: Page, templateOf first: Int?) -> [String] {
    let dump = TextDump.lines(of: page)
    let shown = dump.filter { line in
      !line.hasPrefix("background ") && (first == nil || !line.hasPrefix("form "))
    }
    let readable = shown.map { line in line.replacing(/\ ([a-z-]+):[0-9,]+/) { " \($0.1)" } }
    let hash = SHA256.hash(data: Data(dump.joined(separator: "\n").utf8))
    let digits = hash.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    let form = first.map { ["form as on page \($0)"] } ?? []
    return readable + form + ["all \(dump.count) lines: \(digits)"]
  }
}
