import Certificates
import Diagnostics
import Foundation
import Notation
import Testing

/// Whatever is typed, the answer is a certificate that prints or diagnostics.
@Suite struct DraftMutationTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 32 | state << 32
    }
  }

  private static let values: [JSONValue] = [
    .null, true, -1, 0, .number("1e99"), .number("0.5"), .number("99999999999999999999"), "", " ",
    "A\tB", "עברית", "中文", "\u{202E}", "2026-13-01", "2999-12-31", [], [:], ["x"], "%", "SAME",
    "US",
  ]

  private func mutate(_ value: JSONValue, _ random: inout Random) -> JSONValue {
    if Int.random(in: 0..<60, using: &random) == 0 {
      return Self.values.randomElement(using: &random) ?? .null
    }
    switch value {
    case .list(let values): return .list(values.map { mutate($0, &random) })
    case .object(let members):
      return .object(
        members.compactMap { member in
          Int.random(in: 0..<80, using: &random) == 0
            ? nil : JSONMember(member.key, mutate(member.value, &random))
        })
    default: return value
    }
  }

  @Test(arguments: ["C", "RCEP", "E", "H"], [20_260_505 as UInt64])
  func mutatedSamples(_ form: String, _ seed: UInt64) throws {
    let policies = try PolicyFolder.load()
    var random = Random(state: seed)
    let start = try Sample.certificate(form: form, items: 2, policies: policies).json
    var certificates = 0
    for round in 0..<400 {
      let text = JSONWriter.bytes(mutate(start, &random))
      let findings = Findings()
      let node = try JSONText.parse(Data(text), file: nil)
      guard let draft = CertificateDraft(node, findings, loadMark: { _ in Data() }) else {
        #expect(findings.hasErrors, "seed \(seed), round \(round)")
        continue
      }
      let check = CertificateRules.check(draft, policies: policies)
      guard let certificate = check.certificate else {
        #expect(!check.diagnostics.isEmpty, "seed \(seed), round \(round)")
        continue
      }
      certificates += 1
      for item in certificate.goods { _ = PackagesText.item(item, language: .english) }
      _ = PackagesText.total(certificate.goods, language: .english)
    }
    #expect((1..<400).contains(certificates))
  }
}
