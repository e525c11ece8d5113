import Devices
import Diagnostics
import Foundation
import Notation
import Testing

@Suite("Schema of printer profiles")
struct ProfileSchemaTests {
  private func schema() throws -> [String: Any] {
    let bytes = Data(JSONWriter.bytes(DeviceProfile.schema))
    let value = try JSONSerialization.jsonObject(with: bytes)
    return try #require(value as? [String: Any])
  }

  @Test("the schema asks for what the reader asks for")
  func requiresTheSame() throws {
    let required = try #require(schema()["required"] as? [String])
    let refusal = #expect(throws: Refusal.self) {
      try DeviceProfile.read("t", from: Array("{}".utf8), file: "t.yaml")
    }
    let missing = refusal?.diagnostics.map { $0.text(in: .english) } ?? []
    #expect(missing.count == required.count)
    for key in required { #expect(missing.contains { $0.contains("'\(key)' is missing") }) }
  }

  @Test("the schema knows the members the reader knows")
  func knowsTheSame() throws {
    let properties = try #require(schema()["properties"] as? [String: Any])
    let refusal = #expect(throws: Refusal.self) {
      try DeviceProfile.read("t", from: Array("zzzzzzzzzzzzzzzzz: 1".utf8), file: "t.yaml")
    }
    let hint = refusal?.diagnostics.last?.hint?.english ?? ""
    #expect(hint == "allowed: " + properties.keys.sorted().joined(separator: ", "))
  }

  @Test("two runs give the same bytes, and each member says what it is")
  func isStable() throws {
    #expect(DeviceProfile.schema == DeviceProfile.schema)
    let properties = try #require(schema()["properties"] as? [String: [String: Any]])
    for (_, member) in properties { #expect(member["description"] is String) }
    #expect(properties["duplex"]?["enum"] as? [String] == ["automatic", "manual"])
    #expect(try schema()["additionalProperties"] as? Bool == false)
  }
}
