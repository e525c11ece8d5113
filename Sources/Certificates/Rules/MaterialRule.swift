import Diagnostics

/// Materials stand only where the certificate takes a page of them, each with the item it went into
/// (S3-06).
struct MaterialRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    guard !draft.materials.isEmpty else { return }
    let isTaken = context.policies.hasMaterialPage(
      form: draft.form, destination: draft.destination, day: context.day)
    guard isTaken else {
      findings.error(at: .field("materials"), Wording.noMaterials(draft.form))
      return
    }
    let count = draft.realGoods.count
    for (path, material) in draft.placedMaterials {
      if !(1...max(count, 1)).contains(material.item) || count == 0 {
        findings.error(
          at: .field("\(path).item"), Wording.materialItem(material.item, of: count))
      }
      if material.description.allSatisfy(\.isWhitespace) {
        findings.error(at: .field("\(path).description"), Wording.needed(by: draft.form))
      }
      if material.quantity == nil {
        findings.error(at: .field("\(path).quantity"), Wording.needed(by: draft.form))
      }
      if let origin = material.origin, origin != draft.destination, Country(origin) != nil {
        findings.error(at: .field("\(path).origin"), Wording.materialOrigin(origin))
      }
    }
  }
}

extension CertificateDraft {
  /// The materials with their field path, such as `materials[2]`.
  var placedMaterials: [(path: String, material: Material)] {
    materials.enumerated().map { ("materials[\($0)]", $1) }
  }
}
