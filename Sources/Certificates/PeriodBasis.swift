import Notation

/// The day of a certificate from which a period is counted.
package enum PeriodBasis: String, NodeChoice, Sendable {
  case shipment
  case issue
  /// ECFA counts from the export declaration (S2-85).
  case exportDeclaration = "export-declaration"

  /// That day of a certificate; `nil` where it states none.
  package func day(of draft: CertificateDraft) -> CalendarDate? {
    switch self {
    case .shipment: draft.transport?.departure
    case .issue: draft.issue?.date
    case .exportDeclaration: draft.exportDeclarationDate
    }
  }
}
