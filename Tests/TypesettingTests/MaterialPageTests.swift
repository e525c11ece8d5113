import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Support
import Testing
import Typesetting

/// Japan's page of materials with the certificate's own data (S3-06).
struct MaterialPageTests {
  private func document(
    items: Int, _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> (Document, CertificateDraft) {
    let site = try Site.load()
    var draft = try Sample.certificate(
      form: "G", items: items, destination: "JP", policies: site.policies)
    change(&draft)
    let form = try site.form(of: draft)
    let bound = BoundForm(
      layout: try Site.document("material"), certificate: form.certificate, context: form.context)
    return (try Workshop.document(bound), draft)
  }

  /// The texts of a column on a page, line by line from the top.
  private func column(_ box: String, _ document: Document) -> String {
    document.pages.flatMap { page in
      page.texts().filter { $0.box == box }.sorted { $0.origin.y < $1.origin.y }.map(\.source)
    }.joined().dense
  }

  @Test(arguments: [1, 3, 20, 60])
  func `every material stands with its quantity, value and supplier, once`(items: Int) throws {
    let (document, draft) = try document(items: items)
    let wanted = draft.materials.map { "\($0.description)H.S. \($0.hs ?? "")".dense }.joined()
    #expect(column("8", document) == wanted)
    let origin = draft.materials.map {
      "\($0.supplier ?? "")\($0.importDeclaration ?? "")".dense
    }.joined()
    #expect(column("10", document) == origin)
    let numbers = draft.materials.map { "\($0.item)" }.joined()
    #expect(column("5", document) == numbers)
    #expect(document.pages.count > 1 || items < 20, "many materials take further sheets")
  }

  @Test(arguments: 0..<8)
  func `no word of a long material is lost on its way over the sheets`(seed: Int) throws {
    var dice = Dice(seed: seed)
    func words(_ name: String, _ count: Int) -> String {
      (0..<count).map { "\(name)\($0)" }.joined(separator: " ")
    }
    let (document, draft) = try document(items: 4) { draft in
      for index in draft.materials.indices {
        draft.materials[index].description = words("M\(index)W", dice.number(1...500))
        draft.materials[index].supplier = words("S\(index)W", dice.number(1...60))
        draft.materials[index].hs = nil
        draft.materials[index].importDeclaration = nil
      }
    }
    #expect(
      column("8", document) == draft.materials.map(\.description.dense).joined(), "seed \(seed)")
    #expect(
      column("10", document) == draft.materials.map { ($0.supplier ?? "").dense }.joined(),
      "seed \(seed)")
  }

  @Test func `an article is written once beside its materials and starts level with the first`()
    throws
  {
    let (document, draft) = try document(items: 3) { draft in
      let first = draft.materials[0]
      draft.materials = [1, 1, 3].map { item in
        var material = first
        material.item = item
        return material
      }
    }
    let texts = document.pages[0].texts()
    func lines(_ box: String, of field: String) -> [TextItem] {
      texts.filter { $0.box == box && $0.field?.contains(field) == true }
    }
    let articles = draft.goods.indices.map { index in
      lines("6", of: "goods[\(index)].description").map(\.source).joined().dense
    }
    #expect(articles[0].contains(draft.goods[0].description.dense))
    #expect(articles[1].isEmpty, "an item without materials is left out")
    #expect(articles[2].contains(draft.goods[2].description.dense))
    #expect(
      lines("6", of: "goods[0].description").first?.origin.y
        == lines("8", of: "materials[0].description").first?.origin.y)
    #expect(
      lines("6", of: "goods[2].description").first?.origin.y
        == lines("8", of: "materials[2].description").first?.origin.y)
    #expect(lines("5", of: "goods").map(\.source) == ["1", "1", "3"])
  }

  @Test func `without stated materials the articles stand for filling in by hand`() throws {
    let (document, draft) = try document(items: 3) { $0.materials = [] }
    for item in draft.goods { #expect(column("6", document).contains(item.description.dense)) }
    #expect(column("8", document).isEmpty && column("9", document).isEmpty)
  }

  @Test func `the certificate itself is the same with and without materials`() throws {
    func lines(_ change: (inout CertificateDraft) -> Void) throws -> [String] {
      let site = try Site.load()
      var draft = try Sample.certificate(
        form: "G", items: 3, destination: "JP", policies: site.policies)
      change(&draft)
      return try Workshop.document(try site.form(of: draft)).pages.flatMap(TextDump.lines)
    }
    #expect(try lines { _ in } == lines { $0.materials = [] })
  }

  @Test func `only a table of materials may show them`() throws {
    let findings = Findings()
    let path = "C/2012/layout.yaml"
    let files = LayoutFiles(folder: "Layouts") { name in
      let bytes = try Repository.bytes("Layouts/\(name)")
      guard name == path else { return bytes }
      let text = String(decoding: bytes, as: UTF8.self)
      return Data(text.replacing("{item.hs}", with: "{material.hs}").utf8)
    }
    let layout = try #require(Layout(path: path, files: files, findings))
    LayoutChecker(layout: layout, roles: ["sans", "serif", "cjk", "typewriter"], findings).check()
    #expect(findings.diagnostics.map(\.message.key).contains("forms.not-of-material"))
  }
}
