import Foundation
import Notation
import Testing

@Suite struct JSONWriterTests {
  private let value: JSONValue = [
    "name": "a \"b\"\\\n\u{1}中", "list": [1, true, .null], "empty": [], "object": [:],
    "number": .number("12.50"),
  ]

  @Test func prettyTextKeepsTheStatedOrder() {
    #expect(
      JSONWriter.text(value) == """
        {
          "name": "a \\"b\\"\\\\\\n\\u0001中",
          "list": [
            1,
            true,
            null
          ],
          "empty": [],
          "object": {},
          "number": 12.50
        }
        """)
  }

  @Test func compactTextOfTheSortedValue() {
    let expected =
      #"{"empty":[],"list":[1,true,null],"name":"a \"b\"\\\n\u0001中","number":12.50,"object":{}}"#
    #expect(JSONWriter.text(value.sorted, pretty: false) == expected)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let node = try JSONText.parse(Data(JSONWriter.bytes(value)), file: nil)
    #expect(JSONValue(node) == value)
  }

  @Test func absentMembersAreLeftOut() {
    let missing: JSONValue? = nil
    #expect(JSONValue.object(["a": 1, "b": missing]) == ["a": 1])
  }
}
