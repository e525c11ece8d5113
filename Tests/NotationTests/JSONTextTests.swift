import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct JSONTextTests {
  private func parse(_ text: String, file: String? = nil) throws(Refusal) -> Node {
    try JSONText.parse(Data(text.utf8), file: file)
  }

  private func compact(_ text: String) throws -> String {
    JSONWriter.text(JSONValue(try parse(text)), pretty: false)
  }

  private func fault(_ text: String) -> String? {
    do throws(Refusal) {
      _ = try parse(text)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func everyValueKnowsLineColumnAndPath() throws {
    let node = try parse("{\"a\": [1.50,\n  \"中\", true]}", file: "x.json")
    guard case .object(let members) = node.value, case .list(let list) = members[0].node.value
    else {
      Issue.record("not an object with a list")
      return
    }
    #expect(members[0].place.description == "x.json:1:2: a")
    #expect(list[0].place.description == "x.json:1:8: a[0]")
    #expect(list[1].place.description == "x.json:2:3: a[1]")
    #expect(list[2].place.description == "x.json:2:8: a[2]")
  }

  @Test(arguments: [
    ("0.10", "0.10"), ("-0", "-0"), ("1E+400", "1E+400"),
    ("12345678901234567890.000000000000000001", "12345678901234567890.000000000000000001"),
    (" [ ] ", "[]"), ("{ }", "{}"), ("null", "null"), ("\u{FEFF}[true,false]", "[true,false]"),
    (#""\u4e2d\ud83d\ude00\/\b""#, #""中😀/\u0008""#), (#"{"b":1,"a":[{}]}"#, #"{"b":1,"a":[{}]}"#),
  ])
  func validTextsKeepEveryDigit(_ text: String, _ expected: String) throws {
    #expect(try compact(text) == expected)
  }

  @Test(arguments: [
    ("", "line 1:1: this is not valid JSON: the text ends too early"),
    ("[1,]", "line 1:4: this is not valid JSON: a value is expected here"),
    ("[1\n 2]", "line 2:2: this is not valid JSON: a comma or ] is expected here"),
    (#"{"a" 1}"#, "line 1:6: this is not valid JSON: a colon is expected here"),
    (#"{a:1}"#, "line 1:2: this is not valid JSON: a key in double quotes is expected here"),
    (#"{"a":1,}"#, "line 1:8: this is not valid JSON: a key in double quotes is expected here"),
    (#"{"a":1 "b":2}"#, "line 1:8: this is not valid JSON: a comma or } is expected here"),
    ("01", "line 1:2: this is not valid JSON: a number may not begin with 0"),
    ("1.", "line 1:3: this is not valid JSON: a digit is expected here"),
    ("-", "line 1:2: this is not valid JSON: a digit is expected here"),
    ("1e", "line 1:3: this is not valid JSON: a digit is expected here"),
    ("+1", "line 1:1: this is not valid JSON: a value is expected here"),
    ("NaN", "line 1:1: this is not valid JSON: a value is expected here"),
    ("tru", "line 1:1: this is not valid JSON: a value is expected here"),
    ("1 2", "line 1:3: this is not valid JSON: there is more text after the value"),
    ("\"a", "line 1:3: this is not valid JSON: the closing quote of the text is missing"),
    (#""\ud83d""#, "line 1:2: this is not valid JSON: half of a surrogate pair"),
    (#""\ude00\ud83d""#, "line 1:2: this is not valid JSON: half of a surrogate pair"),
    (#""ab\x""#, "line 1:4: this is not valid JSON: this escape is not known"),
    (#""\u12g4""#, "line 1:2: this is not valid JSON: this escape is not known"),
  ])
  func faultsNameTheirPlace(_ text: String, _ message: String) {
    #expect(fault(text) == "error: " + message)
  }

  @Test func controlCharactersMustBeEscaped() {
    #expect(fault("\"a\tb\"")?.contains("control character") == true)
  }

  @Test func duplicateKeysAreAllReported() {
    let text = "{\"a\": 1,\n \"a\": 2, \"b\": {\"c\": 1, \"c\": 1}}"
    #expect(
      fault(text) == """
        error: line 2:2: a: 'a' appears twice
        error: line 2:24: b.c: 'c' appears twice
        """)
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    #expect(throws: Refusal.self) {
      try JSONText.parse(Data([0x22, 0xC3, 0x28, 0x22]), file: nil)
    }
    #expect(throws: Refusal.self) {
      try JSONText.parse(Data([0x22, 0xED, 0xA0, 0x80, 0x22]), file: nil)
    }
  }

  @Test func depthHasALimit() throws {
    let limit = JSONText.depthLimit
    let deep = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    _ = try parse(deep)
    #expect(fault("[\(deep)]")?.contains("nested too deeply") == true)
    #expect(fault(String(repeating: "[", count: 1_000_000)) != nil)
  }

  @Test func tooManyBytesAreRefusedBeforeReading() {
    let bytes = Data(repeating: 0x20, count: JSONText.byteLimit + 1)
    #expect(throws: Refusal.self) { try JSONText.parse(bytes, file: nil) }
  }
}
