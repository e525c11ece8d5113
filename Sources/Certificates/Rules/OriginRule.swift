import Diagnostics
import Foundation

/// Origin criteria are those of the form, with percentage, additions and FOB as it asks.
struct OriginRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    let rules = context.policies.criteria.value(
      form: draft.form, destination: draft.destination, day: context.day)
    for (path, item) in draft.realGoods {
      guard let criterion = item.criterion else { continue }
      guard let rules else {
        findings.error(at: .field("\(path).criterion"), Wording.noCriterion(draft.form))
        continue
      }
      check(criterion, item, rules, path, findings)
    }
  }

  private func check(
    _ criterion: OriginCriterion, _ item: GoodsItem, _ rules: [CriterionRule], _ path: String,
    _ findings: Findings
  ) {
    checkAdditions(criterion, rules, path, findings)
    let place = Place.field("\(path).criterion.code")
    let mains = rules.filter { !$0.isAddition }
    guard let rule = mains.first(where: { $0.code == criterion.code }) else {
      let isAddition = rules.contains { $0.code == criterion.code }
      findings.error(
        at: place,
        isAddition ? Wording.onlyInAddition(criterion.code) : Wording.criterion(criterion.code),
        hint: Hint.allowed(mains.map(\.code)))
      return
    }
    checkPercentage(criterion, rule, path, findings)
    if rule.showsHeading, item.hs == nil {
      findings.error(at: .field("\(path).hs"), Wording.headingNeedsHS(rule.code))
    }
    checkFOB(item, rule, path, findings)
  }

  private func checkAdditions(
    _ criterion: OriginCriterion, _ rules: [CriterionRule], _ path: String, _ findings: Findings
  ) {
    let known = rules.filter(\.isAddition).map(\.code)
    for (index, code) in criterion.additions.enumerated() {
      let place = Place.field("\(path).criterion.additions[\(index)]")
      if !known.contains(code) {
        findings.error(
          at: place, Wording.addition(code), hint: known.isEmpty ? nil : Hint.allowed(known))
      } else if criterion.additions[..<index].contains(code) {
        findings.error(at: place, Wording.additionTwice(code))
      }
    }
  }

  private func checkPercentage(
    _ criterion: OriginCriterion, _ rule: CriterionRule, _ path: String, _ findings: Findings
  ) {
    let place = Place.field("\(path).criterion.percent")
    switch (rule.percentage, criterion.percent) {
    case (.required, nil): findings.error(at: place, Wording.percentMissing(rule.code))
    case (.none, .some): findings.error(at: place, Wording.percentNotAllowed(rule.code))
    case (_, let percent?) where percent <= 0 || percent > 100:
      findings.error(at: place, Wording.percentRange)
    case (_, let percent?): checkBounds(percent, rule, place, findings)
    default: break
    }
  }

  private func checkBounds(
    _ percent: Decimal, _ rule: CriterionRule, _ place: Place, _ findings: Findings
  ) {
    if let bound = rule.atLeast, percent < bound {
      findings.error(at: place, Wording.percentBelow(rule.code, AmountText.percent(bound)))
    }
    if let bound = rule.atMost, percent > bound {
      findings.error(at: place, Wording.percentAbove(rule.code, AmountText.percent(bound)))
    }
  }

  private func checkFOB(
    _ item: GoodsItem, _ rule: CriterionRule, _ path: String, _ findings: Findings
  ) {
    switch rule.fob {
    case .shown:
      if item.fob == nil {
        findings.error(at: .field("\(path).fob"), Wording.fobMissing(rule.code))
      }
      if item.showsFOB == false {
        findings.error(at: .field("\(path).showsFOB"), Wording.fobMustShow(rule.code))
      }
    case .hidden:
      if item.showsFOB == true {
        findings.error(at: .field("\(path).showsFOB"), Wording.fobMustNotShow(rule.code))
      }
    case .choice:
      if item.showsFOB == true, item.fob == nil {
        findings.error(at: .field("\(path).fob"), Wording.fobMissing(rule.code))
      }
    }
  }
}
