import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct YAMLTextTests {
  private func fault(_ text: String) -> String? {
    do throws(Refusal) {
      _ = try YAMLText.parse(Array(text.utf8), file: "x.yaml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func valuesFollowTheCoreSchema() throws {
    let text = """
      a: 1.50
      b: "1"
      c: 2021-08-31
      d: {e: [true, ~, no, 007, 0.5, -3, 1e3]}
      """
    let node = try YAMLText.parse(Array(text.utf8), file: "x.yaml")
    #expect(
      JSONWriter.text(JSONValue(node), pretty: false)
        == #"{"a":1.50,"b":"1","c":"2021-08-31","d":{"e":[true,null,"no","007",0.5,-3,"1e3"]}}"#)
  }

  @Test func placesNameLineColumnAndPath() throws {
    let node = try YAMLText.parse(Array("a:\n  - b: 1\n".utf8), file: "x.yaml")
    guard case .object(let members) = node.value, case .list(let list) = members[0].node.value,
      case .object(let inner) = list[0].value
    else {
      Issue.record("not the expected shape")
      return
    }
    #expect(inner[0].node.place.description == "x.yaml:2:8: a[0].b")
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", "appears twice"), ("a: [1\n", "not valid YAML"),
    ("a: &x 1\nb: *x\n", "anchors"),
    ("a: !foo 1\n", "tags"), ("? [1]\n: 2\n", "a key must be plain text"),
    ("--- a\n--- b\n", "not valid YAML"), ("a: \u{1}\n", "not valid YAML"),
  ])
  func faultsAreReported(_ text: String, _ part: String) {
    #expect(fault(text)?.contains(part) == true, "\(fault(text) ?? "accepted")")
  }

  @Test func growingAliasesAreRefusedAtOnce() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(fault(text)?.contains("anchors") == true)
  }

  @Test func deepNestingIsRefused() {
    #expect(fault(String(repeating: "[", count: 100_000)) != nil)
    #expect(fault(String(repeating: "- ", count: 100_000)) != nil)
    #expect(fault(String(repeating: "[", count: 80) + String(repeating: "]", count: 80)) != nil)
  }

  @Test func anEmptyDocumentIsNothing() throws {
    guard case .null = try YAMLText.parse([], file: "x.yaml").value else {
      Issue.record("not null")
      return
    }
  }
}
