import CairoOutput
import Foundation
package import Seals

/// Seals prepared from drawn scans, each once a run.
package enum DrawnSeals {
  /// A prepared seal of a kind: a round one with bars, for a signature a wave.
  package static func image(_ kind: SealKind) throws -> SealImage {
    switch kind {
    case .signature: try signature.get()
    case .company: try company.get()
    case .bilingual: try bilingual.get()
    case .issuer: try issuer.get()
    case .retroactive: try retroactive.get()
    }
  }

  private static let company = Result { try round(.company, bars: 1) }
  private static let bilingual = Result { try round(.bilingual, bars: 2) }
  private static let issuer = Result { try round(.issuer, bars: 3) }
  private static let retroactive = Result { try round(.retroactive, bars: 4) }
  private static let signature = Result {
    try prepared(.signature, width: 40, height: 24, ink: [20, 30, 120]) { x, y in
      (4...36).contains(x) && abs(y - 12 - 7 * sin(x / 2.4)) < 1.2
    }
  }

  private static func round(_ kind: SealKind, bars: Int) throws -> SealImage {
    try prepared(kind, width: 50, height: 50, ink: [200, 20, 40]) { x, y in
      let radius = ((x - 25) * (x - 25) + (y - 25) * (y - 25)).squareRoot()
      let isBar = (0..<bars).contains { abs(y - 18 - 4 * Double($0)) < 1 }
      return (19.5...21).contains(radius) || (isBar && abs(x - 25) < 12)
    }
  }

  /// The seal of a scan of 300 dpi on which `isInk` says where the ink is, in mm.
  private static func prepared(
    _ kind: SealKind, width: Double, height: Double, ink: [UInt8],
    _ isInk: (Double, Double) -> Bool
  ) throws -> SealImage {
    let dots = 300 / 25.4
    let (columns, rows) = (Int(width * dots), Int(height * dots))
    var rgb: [UInt8] = []
    for row in 0..<rows {
      for column in 0..<columns {
        rgb +=
          isInk((Double(column) + 0.5) / dots, (Double(row) + 0.5) / dots) ? ink : [250, 248, 244]
      }
    }
    let file = try PixelPicture(width: columns, height: rows, rgb: rgb).png(dotsPerMetre: 11_811)
    return try SealPreparation(try Scan(upload: file), kind: kind).taken()
  }
}
