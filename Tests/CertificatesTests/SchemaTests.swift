import Certificates
import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct SchemaTests {
  /// A draft in which every field of every object is filled.
  static func full() throws -> CertificateDraft {
    let policies = try PolicyFolder.load()
    var draft = try Sample.certificate(form: "H", policies: policies)
    let earlier = earlierCertificate()
    draft.number = "26C311120218/00004"
    draft.serial = "1"
    draft.intermediary = draft.exporter
    draft.consignee = draft.importer
    draft.producer = Producer(disclosure: .shown, parties: [try #require(draft.exporter)])
    draft.transport?.isDepartureExpected = true
    draft.transport?.transshipment = "香港"
    draft.transport?.route = "FROM A TO B"
    draft.goods[0].markImages = [
      MarkImage(format: .png, width: 1, height: 2, bytes: MarkImageTests.png(width: 1, height: 2))
    ]
    draft.goods[0].packages?.packing = .total
    draft.goods[0].hsDigits = 8
    draft.goods[0].criterion = OriginCriterion(code: "PSR", percent: 40, additions: ["acu"])
    draft.goods[0].origin = "CN"
    draft.goods[0].showsFOB = true
    draft.goods[0].invoice = draft.invoices[0].number
    draft.goods[0].isNote = true
    draft.materials = try Sample.certificate(form: "G", destination: "JP", policies: policies)
      .materials
    draft.invoices[0].value = Money(amount: 5, currency: "USD")
    draft.remarks = "x"
    draft.letterOfCredit = LetterOfCredit(number: "LC1")
    draft.letterOfCredit?.date = draft.issue?.date
    draft.specialClause = "y"
    draft.circumstances.isRetroactive = true
    draft.circumstances.thirdPartyInvoicing = draft.exporter
    draft.circumstances.basedOn = earlier
    draft.circumstances.exhibition = draft.exporter
    draft.circumstances.replaces = earlier
    return draft
  }

  private static func earlierCertificate() -> EarlierCertificate {
    var earlier = EarlierCertificate(number: "1")
    earlier.date = CalendarDate("2026-01-01")
    earlier.country = "JP"
    earlier.authority = "JCCI"
    return earlier
  }

  /// Every property path that a value holds, list indices left out.
  private func paths(_ value: JSONValue, _ path: String = "") -> Set<String> {
    switch value {
    case .list(let values): return values.reduce(into: []) { $0.formUnion(paths($1, path)) }
    case .object(let members):
      return members.reduce(into: []) { found, member in
        found.insert("\(path).\(member.key)")
        found.formUnion(paths(member.value, "\(path).\(member.key)"))
      }
    default: return []
    }
  }

  /// Every property path that the schema allows.
  private func schemaPaths(_ schema: JSONValue, _ path: String = "") -> Set<String> {
    let root = CertificateSchema.json
    if case .text(let name)? = schema["$ref"],
      let target = root["$defs"]?[String(name.dropFirst("#/$defs/".count))]
    {
      return schemaPaths(target, path)
    }
    if let items = schema["items"] { return schemaPaths(items, path) }
    guard case .object(let members)? = schema["properties"] else { return [] }
    return members.reduce(into: []) { found, member in
      found.insert("\(path).\(member.key)")
      found.formUnion(schemaPaths(member.value, "\(path).\(member.key)"))
    }
  }

  @Test func everySampleFollowsTheSchema() throws {
    let policies = try PolicyFolder.load()
    let validator = SchemaValidator(root: CertificateSchema.json)
    for kind in policies.kinds {
      let draft = try Sample.certificate(form: kind.code, items: 5, policies: policies)
      #expect(validator.fault(draft.json) == nil, "\(kind.code)")
    }
    #expect(validator.fault(try Self.full().json) == nil)
    #expect(validator.fault(["form": "C", "goods": [["descripton": "x"]]]) != nil)
  }

  @Test func aFullCertificateHoldsEveryPropertyOfTheSchemaAndIsReadBack() throws {
    let draft = try Self.full()
    // A picture is written as base64; its other spelling is a path.
    let known = schemaPaths(CertificateSchema.json)
    #expect(known.symmetricDifference(paths(draft.json)) == [".goods.markImages.path"])
    let findings = Findings()
    let node = try JSONText.parse(Data(JSONWriter.bytes(draft.json)), file: nil)
    #expect(CertificateDraft(node, findings) { _ in Data() } == draft)
    #expect(findings.diagnostics.isEmpty)
  }

  @Test func takingAPropertyAwayFromTheSchemaIsNoticedByTheReader() throws {
    let text = JSONWriter.text(try Self.full().json, pretty: false)
    let names = Set(
      schemaPaths(CertificateSchema.json).compactMap { $0.split(separator: ".").last })
    for name in names where name != "path" {
      let changed = text.replacingOccurrences(of: "\"\(name)\":", with: "\"\(name)Q\":")
      let findings = Findings()
      let node = try JSONText.parse(Data(changed.utf8), file: nil)
      #expect(CertificateDraft(node, findings) { _ in Data() } == nil, "\(name)")
    }
  }
}
