package import Certificates
import Diagnostics
package import Forms
import Foundation
package import Notation

/// The policies, the issuing body and the layouts of the checkout, read once.
package struct Site: Sendable {
  package let policies: Policies
  package let issuer: Issuer
  package let library: LayoutLibrary

  private static let shared = Result { try Site() }

  package static func load() throws -> Site { try shared.get() }

  private init() throws {
    let findings = Findings()
    let tables = try Repository.files(in: "Layouts/policy", ending: ".yaml")
      .filter { !$0.hasSuffix("/site.yaml") }
    policies = try Policies(tables.map(Self.yaml))
    let issuer = Issuer(try Self.yaml("Layouts/policy/site.yaml"), findings)
    let layouts = try Self.layoutPaths().compactMap {
      Layout(path: $0, files: Self.files, findings)
    }
    library = LayoutLibrary(layouts, findings)
    try findings.throwErrors()
    guard let issuer else { throw Refusal(findings.diagnostics) }
    self.issuer = issuer
  }

  /// How layouts read their files.
  package static let files = LayoutFiles(folder: "Layouts") { path in
    try Repository.bytes("Layouts/\(path)")
  }

  /// Every layout from the layouts' folder, such as `C/2012/layout.yaml`.
  package static func layoutPaths() throws -> [String] {
    let forms = try FileManager.default
      .contentsOfDirectory(atPath: Repository.root.appending(path: "Layouts").path)
      .filter { !["documents", "policy", "shared"].contains($0) && !$0.contains(".") }.sorted()
    return try forms.flatMap { form in
      try FileManager.default
        .contentsOfDirectory(atPath: Repository.root.appending(path: "Layouts/\(form)").path)
        .filter { !$0.contains(".") }.sorted().map { "\(form)/\($0)/layout.yaml" }
    }
  }

  /// The first edition of a document beside the certificate, such as `turning`.
  package static func document(_ name: String) throws -> Layout {
    let findings = Findings()
    let layout = Layout(path: "documents/\(name)/1/layout.yaml", files: files, findings)
    try findings.throwErrors()
    guard let layout else { throw Refusal(findings.diagnostics) }
    return layout
  }

  /// Whether a name is that of a document beside the certificate.
  package static func isDocument(_ name: String) -> Bool {
    (try? Repository.bytes("Layouts/documents/\(name)/1/layout.yaml")) != nil
  }

  package static func yaml(_ path: String) throws -> Node {
    try YAMLText.parse(try Repository.bytes(path), file: path)
  }

  /// A sample with something changed, bound to the layout that serves its day.
  package func form(
    _ code: String, items: Int = 1, seed: Int = 0,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> BoundForm {
    var draft = try Sample.certificate(form: code, items: items, seed: seed, policies: policies)
    change(&draft)
    return try form(of: draft)
  }

  /// A draft that must pass the rules, bound to the layout that serves its day.
  package func form(of draft: CertificateDraft) throws -> BoundForm {
    let certificate = try CertificateRules.check(draft, policies: policies, issuer: issuer).get()
    let layout = try library.layout(form: draft.form, day: certificate.day)
    guard let kind = policies.kind(draft.form) else {
      throw LayoutLibrary.unknown(form: draft.form, among: policies.kinds.map(\.code))
    }
    let context = FieldContext(
      certificate: certificate, kind: kind, issuer: issuer, policies: policies)
    return BoundForm(layout: layout, certificate: certificate, context: context)
  }
}
