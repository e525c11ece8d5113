package import Certificates
import Diagnostics
import Notation

/// What an edition rests on, and the policy rows that its form cannot do without.
extension LayoutChecker {
  /// Tells as information, once an edition, which parts were not held against the official form.
  func checkFacts() {
    if layout.overleaf != nil, layout.facts.overleaf == nil {
      error(at: layout.facts.places.whole, Wording.noFact("overleaf"))
    }
    let unverified = layout.facts.parts.filter { !$0.fact.isVerified }.map(\.name)
    guard !unverified.isEmpty else { return }
    report(
      Diagnostic(
        .information, at: layout.facts.places.whole,
        Wording.unverified(layout.name, unverified)))
  }

  /// Reports rows that are missing in the policy tables for the form, on the edition's first day.
  package func check(against policies: Policies) {
    let place = layout.places["form"]
    guard let kind = policies.kind(layout.form) else {
      error(
        at: place, Wording.noRow(of: layout.form, in: "kinds"),
        hint: Wording.addRow(to: "kinds"))
      return
    }
    if kind.needs.contains(.criterion),
      policies.criteria.value(form: layout.form, day: layout.from) == nil
    {
      error(
        at: place, Wording.noRow(of: layout.form, in: "criteria"),
        hint: Wording.addRow(to: "criteria"))
    }
    if kind.needs.contains(.producer),
      policies.producerWords.value(form: layout.form, day: layout.from) == nil
    {
      error(
        at: place, Wording.noRow(of: layout.form, in: "producer-words"),
        hint: Wording.addRow(to: "producer-words"))
    }
    if (kind.language == .chinese) != (layout.language == .chinese) {
      error(at: layout.places["language"], Wording.otherLanguage(kind.language.rawValue))
    }
  }
}
