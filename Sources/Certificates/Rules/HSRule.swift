import Diagnostics

/// HS codes have the digits the kind stores, and enough of them for the digits shown (S2-98).
struct HSRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    for (path, item) in draft.realGoods {
      if let hs = item.hs {
        checkCode(hs, "\(path).hs", context, findings)
        checkHeading(hs, "\(path).hs", context.kind, findings)
      }
      if let shown = item.hsDigits {
        checkShown(shown, item.hs, "\(path).hsDigits", context, findings)
      }
    }
    for (path, material) in draft.placedMaterials {
      if let hs = material.hs { check(hs, [6, 8, 10], "\(path).hs", findings) }
    }
  }

  private func checkCode(
    _ hs: String, _ path: String, _ context: RuleContext, _ findings: Findings
  ) {
    let stored = context.kind.hsDigits
    check(hs, context.kind.hsShown.count > 1 ? [6, 8, 10] : [stored], path, findings)
  }

  /// A form for certain goods is rarely right for others.
  private func checkHeading(
    _ hs: String, _ path: String, _ kind: FormKind, _ findings: Findings
  ) {
    guard let headings = kind.headings, !kind.isFor(hs: hs) else { return }
    findings.warning(at: .field(path), Wording.otherGoods(kind.code, headings))
  }

  private func check(_ hs: String, _ allowed: [Int], _ path: String, _ findings: Findings) {
    let isNumber = !hs.isEmpty && hs.utf8.allSatisfy { (48...57).contains($0) }
    guard isNumber else {
      findings.error(at: .field(path), Wording.hsNotDigits)
      return
    }
    if !allowed.contains(hs.utf8.count) {
      findings.error(at: .field(path), Wording.hsLength(allowed, found: hs.utf8.count))
    }
  }

  private func checkShown(
    _ shown: Int, _ hs: String?, _ path: String, _ context: RuleContext, _ findings: Findings
  ) {
    if !context.kind.hsShown.contains(shown) {
      findings.error(at: .field(path), Wording.hsShown(context.kind.hsShown.sorted()))
    } else if let hs, hs.utf8.count < shown {
      findings.error(at: .field(path), Wording.hsTooShort(shown, typed: hs.utf8.count))
    }
  }
}
