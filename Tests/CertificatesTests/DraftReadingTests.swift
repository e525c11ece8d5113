import Certificates
import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct DraftReadingTests {
  private func read(_ text: String) throws -> (CertificateDraft?, [String]) {
    let findings = Findings()
    let node = try JSONText.parse(Data(text.utf8), file: nil)
    let draft = CertificateDraft(node, findings) { _ in Data() }
    return (
      draft, findings.diagnostics.map { "\($0.place.path): \($0.message.english)" }
    )
  }

  @Test func everyFaultIsReportedByItsFieldPath() throws {
    let (draft, faults) = try read(
      """
      {
        "form": "C",
        "exporter": {"name": 5, "adress": "x", "country": null},
        "producer": {"disclosure": "secret"},
        "goods": [{"quantity": {"value": "5", "unit": "PCS"}}, 7],
        "issue": {"date": "2026-02-30"}
      }
      """)
    #expect(draft == nil)
    #expect(
      faults == [
        "exporter.name: expected text, found a number",
        "exporter.country: expected text, found nothing",
        "exporter.adress: 'adress' is not a known field",
        "producer.disclosure: 'secret' is not allowed here",
        "goods[0]: 'description' is missing",
        "goods[0].quantity.value: expected a number without quotes, found text",
        "goods[1]: expected an object, found a number",
        "issue.date: '2026-02-30' is not a date; write YYYY-MM-DD",
      ])
  }

  @Test func unknownFieldsNameTheNearestKnownOne() throws {
    let findings = Findings()
    let node = try JSONText.parse(
      Data(#"{"form":"C","goods":[],"consignees":{}}"#.utf8), file: nil)
    _ = CertificateDraft(node, findings) { _ in Data() }
    #expect(
      Refusal(findings.diagnostics).description
        == "error: line 1:24: consignees: 'consignees' is not a known field "
        + "(did you mean 'consignee'?)")
  }

  @Test func lineEndsAndCharactersAreNormalised() throws {
    let (draft, _) = try read(
      #"{"form":"C","goods":[{"description":"Cafe\u0301\r\nA\rB"}]}"#)
    #expect(Array(draft?.goods.first?.description.utf8 ?? "".utf8) == Array("Café\nA\nB".utf8))
  }

  @Test func theHashDoesNotDependOnSpelling() throws {
    let (a, _) = try read(
      #"{"form":"C","goods":[{"description":"Caf\u00e9","fob":{"amount":12.50,"currency":"USD"}}]}"#
    )
    let (b, _) = try read(
      #"{"goods":[{"fob":{"currency":"USD","amount":1.25e1},"description":"Cafe\u0301"}],"form":"C"}"#
    )
    let (c, _) = try read(
      #"{"form":"C","goods":[{"description":"Cafe","fob":{"amount":12.5,"currency":"USD"}}]}"#)
    #expect(a?.contentHash == b?.contentHash)
    #expect(a?.contentHash != c?.contentHash)
    #expect(
      a.map { String(decoding: $0.canonicalBytes, as: UTF8.self) }
        == #"{"form":"C","goods":[{"description":"Café","fob":{"amount":12.5,"currency":"USD"}}]}"#)
  }
}
