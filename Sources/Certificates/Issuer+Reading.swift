package import Diagnostics
package import Notation

extension Issuer: NodeReadable {
  /// Reads `site.yaml` strictly, or reports everything that is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    let own = Findings()
    defer { for diagnostic in own.diagnostics { findings.report(diagnostic) } }
    guard let reader = ObjectReader(node, own) else { return nil }
    nameEnglish = reader.text("nameEnglish")
    nameChinese = reader.text("nameChinese")
    addressEnglish = reader.text("addressEnglish")
    addressChinese = reader.text("addressChinese")
    telephone = reader.text("telephone")
    fax = reader.text("fax")
    place = reader.text("place")
    code = reader.text("code")
    verificationDomain = reader.text("verificationDomain")
    if let fault = Self.fault(ofDomain: verificationDomain) {
      own.error(at: reader.place(of: "verificationDomain"), fault)
    }
    numberProfile = reader.text("numberProfile")
    numberLetters = reader.node("numberLetters").map { NumberShape.letters($0, own) } ?? [:]
    optionalCodes = reader.optional("optionalCodes") ?? []
    isDemonstration = reader.required("isDemonstration") ?? false
    acceptedForms = reader.optional("acceptedForms") ?? []
    let keys: KeyReferences? = reader.optional("keys")
    if let pdf = keys?.pdf, pdf.needsTimestamp, !isDemonstration {
      own.error(at: reader.place(of: "keys"), Wording.noTimestamp)
    }
    self.keys = keys ?? .standard
    reader.finish()
    if own.hasErrors { return nil }
  }

  /// What is wrong with the host of the public check; `nil` for nothing, and for none, which is told
  /// elsewhere.
  private static func fault(ofDomain domain: String) -> Message? {
    if domain.utf8.count > longestDomain {
      return Wording.longDomain(domain, longest: longestDomain)
    }
    let isHost = domain.wholeMatch(of: /([A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?\.?)*/) != nil
    return isHost ? nil : Wording.badDomain(domain)
  }
}

extension ObjectReader {
  fileprivate func text(_ key: String) -> String { required(key) ?? "" }
}

extension Issuer.AcceptedForm: NodeReadable {
  /// Reads one accepted edition, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let form: String? = reader.required("form")
    let edition: String? = reader.required("edition")
    let person: String? = reader.required("person")
    let date: CalendarDate? = reader.required("date")
    reader.finish()
    guard let form, let edition, let person, let date else { return nil }
    self.init(form: form, edition: edition, person: person, date: date)
  }
}

extension Issuer {
  /// Whether the site has accepted the unverified wording of an edition; `*` stands for any.
  package func accepts(form: String, edition: String) -> Bool {
    acceptedForms.contains { accepted in
      (accepted.form == form || accepted.form == "*")
        && (accepted.edition == edition || accepted.edition == "*")
    }
  }
}
