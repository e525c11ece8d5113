import Diagnostics
import Foundation

/// What a draft's fields share while they are read.
struct DraftReading {
  let findings: Findings
  /// Reads the bytes of a picture of marks beside the certificate.
  let loadMark: (String) throws -> Data
}
