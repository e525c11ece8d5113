import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct JSONTextTests {
  @Test func valuesKeepTheirTextAndPlace() throws {
    let node = try JSONText.parse(Data("{\"a\": [1.50,\n  \"é\", true]}".utf8), file: "x.json")
    #expect(JSONWriter.text(JSONValue(node), pretty: false) == #"{"a":[1.50,"é",true]}"#)
    guard case .object(let members) = node.value, case .list(let list) = members[0].node.value
    else {
      Issue.record("not an object with a list")
      return
    }
    #expect(list[1].place.description == "x.json:2:3: a[1]")
    #expect(list[2].place.description == "x.json:2:8: a[2]")
  }
}
