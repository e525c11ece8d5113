import Certificates
import Diagnostics
import Foundation
import Notation
import Support
import Testing

@Suite struct SampleTests {
  @Test("Every kind has valid samples that survive the way through JSON")
  func allKinds() throws {
    let policies = try PolicyFolder.load()
    for kind in policies.kinds {
      for items in [1, 3, 20] {
        let draft = try Sample.certificate(form: kind.code, items: items, policies: policies)
        let bytes = Data(JSONWriter.bytes(draft.json))
        let findings = Findings()
        let node = try JSONText.parse(bytes, file: nil)
        let again = CertificateDraft(node, findings) { _ in Data() }
        #expect(findings.diagnostics.isEmpty)
        #expect(again == draft)
      }
    }
  }
}
