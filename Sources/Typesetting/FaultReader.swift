import Diagnostics

/// Whom a text without room is told: each knows another file.
enum FaultReader {
  /// Who wrote the certificate: faults stand at its fields.
  case applicant
  /// Who makes the layout: faults stand in its file.
  case author

  /// Where a fault stands that is known in both files.
  func place(field: String, in layout: Place) -> Place {
    switch self {
    case .applicant: .field(field)
    case .author: layout
    }
  }
}
