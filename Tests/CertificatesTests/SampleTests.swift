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
        #expect(draft.goods.count == items)
        let check = CertificateRules.check(draft, policies: policies)
        #expect(check.diagnostics.isEmpty, "\(kind.code)")
        let node = try JSONText.parse(Data(JSONWriter.bytes(draft.json)), file: nil)
        let findings = Findings()
        let again = CertificateDraft(node, findings) { _ in Data() }
        #expect(findings.diagnostics.isEmpty)
        #expect(again == draft)
        #expect(again?.contentHash == check.certificate?.contentHash)
      }
    }
  }

  @Test(arguments: ["C", "RCEP", "H"])
  func longSamplesAndDifferentSeeds(_ form: String) throws {
    let policies = try PolicyFolder.load()
    let long = try Sample.certificate(form: form, items: 500, policies: policies)
    #expect(long.goods.count == 500)
    let hashes = try (0..<200).map { seed in
      try Sample.certificate(form: form, items: 2, seed: seed, policies: policies).contentHash
    }
    #expect(Set(hashes).count == 200)
    let same = try Sample.certificate(form: form, items: 2, seed: 7, policies: policies)
    #expect(same.contentHash == hashes[7])
  }

  @Test func ecfaIsChineseWithAboutAHundredCharacters() throws {
    let policies = try PolicyFolder.load()
    let ecfa = try Sample.certificate(form: "H", items: 12, policies: policies)
    let general = try Sample.certificate(form: "C", items: 2, policies: policies)
    func ideographs(_ draft: CertificateDraft) -> Int {
      let text = String(decoding: draft.canonicalBytes, as: UTF8.self)
      return Set(text.unicodeScalars.filter { $0.properties.isIdeographic }).count
    }
    #expect((80...160).contains(ideographs(ecfa)), "\(ideographs(ecfa))")
    #expect((4...20).contains(ideographs(general)), "\(ideographs(general))")
  }

  @Test func impossibleSamplesAreRefused() throws {
    let policies = try PolicyFolder.load()
    for (form, items, destination) in [
      ("Q", 1, nil), ("C", 0, nil), ("C", 501, nil), ("N", 21, nil), ("RCEP", 1, "US"),
    ] as [(String, Int, String?)] {
      #expect(throws: Refusal.self) {
        try Sample.certificate(
          form: form, items: items, destination: destination, policies: policies)
      }
    }
  }

  @Test func theSampleOfTheGeneralCertificateStaysTheSame() throws {
    let draft = try Sample.certificate(
      form: "C", items: 1, destination: "US", policies: try PolicyFolder.load())
    try Golden.check(JSONWriter.text(draft.json) + "\n", "sample-C.json")
  }
}
