import Certificates
import Diagnostics
import Foundation
import Notation
import Testing

/// Materials imported from Japan that the goods were made with (日本进料信息, S3-06).
struct MaterialTests {
  private func draft(
    _ form: String = "G", to destination: String = "JP", items: Int = 3,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> CertificateDraft {
    var draft = try Sample.certificate(
      form: form, items: items, destination: destination, policies: try PolicyFolder.load())
    change(&draft)
    return draft
  }

  private func faults(_ draft: CertificateDraft) throws -> [String] {
    CertificateRules.check(draft, policies: try PolicyFolder.load()).diagnostics.map {
      "\($0.place.path) \($0.message.key)"
    }
  }

  private func faults(_ change: (inout Material) -> Void) throws -> [String] {
    try faults(
      try draft { draft in
        draft.materials = [draft.materials[0]]
        change(&draft.materials[0])
      })
  }

  @Test func `Form A to Japan states materials of each item, others none`() throws {
    let materials = try draft(items: 20).materials
    #expect(Set(materials.map(\.item)) == Set(1...20))
    #expect(materials.allSatisfy { $0.origin == "JP" && $0.quantity != nil })
    for (form, destination) in [("G", "DE"), ("RCEP", "JP"), ("C", "JP")] {
      #expect(try draft(form, to: destination).materials.isEmpty)
    }
  }

  @Test(arguments: [("G", "DE"), ("RCEP", "JP"), ("C", "JP")])
  func `they are refused where the policy has no page`(
    _ form: String, _ destination: String
  ) throws {
    let draft = try draft(form, to: destination) {
      $0.materials = [Material(item: 1, description: "STEEL")]
    }
    #expect(try faults(draft) == ["materials certificate.no-materials"])
  }

  @Test func `each fault is found at its field`() throws {
    #expect(try faults { _ in } == [])
    for item in [0, -1, 4, Int.max] {
      #expect(try faults { $0.item = item } == ["materials[0].item certificate.material-item"])
    }
    #expect(
      try faults { $0.description = " " } == ["materials[0].description certificate.needed"])
    #expect(try faults { $0.quantity = nil } == ["materials[0].quantity certificate.needed"])
    #expect(
      try faults { $0.quantity?.value = 0 }
        == ["materials[0].quantity.value certificate.not-positive"])
    #expect(
      try faults { $0.value?.amount = -1 } == ["materials[0].value.amount certificate.not-positive"]
    )
    #expect(
      try faults { $0.value?.currency = "usd" } == [
        "materials[0].value.currency certificate.currency"
      ])
    #expect(try faults { $0.hs = "72A" } == ["materials[0].hs certificate.hs-digits"])
    #expect(try faults { $0.hs = "7209" } == ["materials[0].hs certificate.hs-length"])
    #expect(try faults { $0.origin = "KR" } == ["materials[0].origin certificate.material-origin"])
    #expect(try faults { $0.origin = "QQ" } == ["materials[0].origin policy.no-country"])
    #expect(try faults { $0.supplier = "A\tB" } == ["materials[0].supplier certificate.character"])
  }

  @Test func `items are counted without notes`() throws {
    let draft = try draft(items: 2) { draft in
      var note = GoodsItem(description: "PACKED IN TWO CONTAINERS")
      note.isNote = true
      draft.goods.insert(note, at: 0)
      draft.materials[0].item = 3
    }
    #expect(try faults(draft) == ["materials[0].item certificate.material-item"])
  }

  @Test func `what may be left out may be left out`() throws {
    #expect(
      try faults {
        ($0.hs, $0.value, $0.origin, $0.supplier, $0.importDeclaration) = (nil, nil, nil, nil, nil)
      } == [])
  }

  @Test func `the JSON comes back the same, with every member`() throws {
    let draft = try draft()
    let node = try JSONText.parse(Data(JSONWriter.bytes(draft.json)), file: "certificate.json")
    let findings = Findings()
    let read = CertificateDraft(node, findings) { _ in Data() }
    #expect(findings.diagnostics == [])
    #expect(read == draft && read?.contentHash == draft.contentHash)
    let members = draft.json.object?.first { $0.key == "materials" }?.value
    guard case .list(let list) = try #require(members) else { return }
    #expect(
      list.first?.object?.map(\.key) == [
        "item", "description", "hs", "quantity", "value", "origin", "supplier",
        "importDeclaration",
      ])
  }

  @Test func `a certificate without materials has the content hash it always had`() throws {
    var draft = try draft("C", to: "DE", items: 1)
    #expect(draft.json.object?.contains { $0.key == "materials" } == false)
    let hash = draft.contentHash
    draft.materials = [Material(item: 1, description: "STEEL")]
    #expect(draft.contentHash != hash)
    draft.materials = []
    #expect(draft.contentHash == hash)
  }
}

extension JSONValue {
  fileprivate var object: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }
}
