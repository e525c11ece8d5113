/// Origin criteria as the forms print them.
package enum CriterionText {
  /// The code with its percentage and additions: `WO`, `RVC 45%`, `B 50%`, `40%`, `CTC ACU`.
  package static func text(_ criterion: OriginCriterion) -> String {
    let percent = criterion.percent.map(AmountText.percent)
    let main =
      criterion.code == "%"
      ? percent ?? "%" : [criterion.code, percent].compactMap(\.self).joined(separator: " ")
    return ([main] + criterion.additions).joined(separator: " ")
  }
}
