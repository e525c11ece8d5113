/// What an enrolled person may do.
package enum OperatorRole: String, CaseIterable, Sendable {
  /// Works at the counter: prints, looks at sheets, keeps the stock.
  case `operator`
  /// 签证员: approves certificates and seals, and does all that an operator does.
  case officer
}
