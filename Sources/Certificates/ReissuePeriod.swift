package import Diagnostics
package import Notation

/// How long a certificate can be issued again: as a duplicate of a lost one, or amended (S2-122).
package struct ReissuePeriod: Hashable, Sendable, NodeReadable {
  /// The day the period is counted from; the date of issue unless stated.
  package let basis: PeriodBasis
  /// The period in months; `nil` where it is counted in days.
  package let months: Int?
  /// The period in days.
  package let days: Int?

  /// Reads a period, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    basis = reader.optional("counted-from") ?? .issue
    months = reader.optional("months")
    days = months == nil ? reader.required("days") : nil
    reader.finish()
  }

  /// The last day on which a certificate can be issued again; `nil` where it lacks the day that counts.
  package func lastDay(of draft: CertificateDraft) -> CalendarDate? {
    guard let start = basis.day(of: draft) else { return nil }
    return months.flatMap { start.adding(months: $0) } ?? days.flatMap { start.adding(days: $0) }
  }
}
