import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct ObjectReaderTests {
  @Test func everythingWrongIsReportedAtOnce() throws {
    let text = #"{"nam": "x", "count": "1", "list": [1, "a"], "gone": null}"#
    let findings = Findings()
    let node = try JSONText.parse(Data(text.utf8), file: nil)
    let reader = try #require(ObjectReader(node, findings))
    let name: String? = reader.required("name")
    let count: Int? = reader.optional("count")
    let list: [String]? = reader.optional("list")
    let gone: String? = reader.optional("gone")
    reader.finish()
    #expect(name == nil && count == nil && list == nil && gone == nil)
    #expect(
      Refusal(findings.diagnostics).description == """
        error: line 1:1: 'name' is missing
        error: line 1:23: count: expected a number, found text
        error: line 1:37: list[0]: expected text, found a number
        error: line 1:2: nam: 'nam' is not a known field (did you mean 'name'?)
        """)
  }
}
