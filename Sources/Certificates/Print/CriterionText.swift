/// Origin criteria as the forms print them.
package enum CriterionText {
  /// The code with its percentage and additions: `WO`, `RVC 45%`, `B 50%`, `40%`, `CTC ACU`.
  package static func text(_ criterion: OriginCriterion) -> String {
    text(criterion, heading: nil)
  }

  /// The code with its HS heading where the form asks for it: `W 96.18` (S3-04).
  package static func text(_ criterion: OriginCriterion, heading: String?) -> String {
    let percent = criterion.percent.map(AmountText.percent)
    let heading = heading.map { HSText.dotted(String($0.prefix(4))) }
    let main =
      criterion.code == "%"
      ? percent ?? "%"
      : [criterion.code, heading, percent].compactMap(\.self).joined(separator: " ")
    return ([main] + criterion.additions).joined(separator: " ")
  }
}
