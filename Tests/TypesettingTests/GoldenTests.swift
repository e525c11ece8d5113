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
    let text = ["title \(document.title)"] + document.pages.flatMap(Self.lines)
    let path = "Tests/TypesettingTests/Golden/\(form)-\(items).txt"
    let problem = try Golden.difference(text.joined(separator: "\n") + "\n", from: path)
    #expect(problem == nil)
  }

  /// The page's dump without the guilloche and without glyph numbers; both end in one hash.
  private static func lines(_ page: Page) -> [String] {
    let dump = TextDump.lines(of: page)
    let shown = dump.filter { !$0.hasPrefix("background ") }.map { line in
      line.replacing(/\ ([a-z-]+):[0-9,]+/) { " \($0.1)" }
    }
    let hash = SHA256.hash(data: Data(dump.joined(separator: "\n").utf8))
    let digits = hash.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    return shown + ["all of it \(dump.count) lines \(digits)"]
  }
}
