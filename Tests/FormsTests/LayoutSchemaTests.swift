import Diagnostics
import Measures
import Notation
import Testing

@testable import Forms

/// The schema that editors use names the members that the readers take, no more and no less.
@Suite struct LayoutSchemaTests {
  /// The members a reader asked for, as its complaint about the member `§` lists them.
  private func members(_ read: (Node, Findings) -> Void) throws -> [String] {
    let node = try YAMLText.parse(Array("§: 1".utf8), file: "x")
    let findings = Findings()
    read(node, findings)
    return try Self.allowed(findings)
  }

  private static func allowed(_ findings: Findings) throws -> [String] {
    let complaint = findings.diagnostics.first { $0.message.key == "notation.unknown-field" }
    let hint = try #require(complaint?.hint?.english, "\(findings.diagnostics)")
    return hint.dropFirst("allowed: ".count).split(separator: ", ").map(String.init)
  }

  private func stated(_ name: String) throws -> Set<String> {
    let object = try #require(LayoutSchema.objects.first { $0.name == name })
    return Set(object.members.map(\.key))
  }

  private static let readers: [(String, @Sendable (Node, Findings) -> Void)] = [
    ("facts", { _ = Facts($0, $1) }), ("fact", { _ = Facts.Fact($0, $1) }),
    ("style", { _ = Style($0, $1) }), ("guilloche", { _ = Guilloche($0, $1) }),
    ("status", { _ = StatusPlaces($0, $1) }), ("label", { _ = LabelPlace($0, $1) }),
    ("face", { _ = Face($0, $1) }),
    ("text", { _ = TextElement($0, $1) }), ("box", { _ = FormBox($0, $1) }),
    ("tick", { _ = TickBox($0, $1) }), ("rule", { _ = Rule($0, $1) }),
    ("table", { _ = GoodsTable($0, $1) }), ("column", { _ = GoodsTable.Column($0, $1) }),
    ("code", { _ = CodePlace($0, $1) }), ("seal", { _ = SealPlace($0, $1) }),
    ("notes", { _ = NotesArea($0, $1) }), ("attachment", { _ = AttachmentFace($0, $1) }),
  ]

  @Test func everyObjectAgreesWithItsReader() throws {
    for (name, read) in Self.readers {
      // `like` and `omit` are taken out before a box or table is read.
      #expect(try Set(members(read)) == stated(name).subtracting(["like", "omit"]), "\(name)")
    }
  }

  @Test func theLayoutItselfAgrees() throws {
    let findings = Findings()
    _ = Layouts.read([Layouts.path: "§: 1"], findings)
    #expect(try Set(Self.allowed(findings)) == stated("layout").subtracting(["include"]))
    let titles = Findings()
    _ = Layouts.read([Layouts.path: "title: {§: 1}"], titles)
    #expect(try Set(Self.allowed(titles)) == stated("title"))
  }

  @Test func noObjectIsLeftOut() {
    let tested = Set(Self.readers.map(\.0) + ["layout", "title"])
    #expect(Set(LayoutSchema.objects.map(\.name)) == tested)
  }

  @Test func everyReferenceIsDefined() throws {
    let schema = LayoutSchema.json
    guard case .object(let definitions)? = schema["$defs"] else {
      Issue.record("no definitions")
      return
    }
    let defined = Set(definitions.map { "#/$defs/\($0.key)" })
    let used = Self.references(schema)
    #expect(used.subtracting(defined).isEmpty)
    #expect(defined.subtracting(used).isEmpty)
  }

  private static func references(_ value: JSONValue) -> Set<String> {
    switch value {
    case .list(let values): return values.reduce(into: []) { $0.formUnion(references($1)) }
    case .object(let members):
      return members.reduce(into: []) { found, member in
        if member.key == "$ref", case .text(let target) = member.value { found.insert(target) }
        found.formUnion(references(member.value))
      }
    default: return []
    }
  }
}
