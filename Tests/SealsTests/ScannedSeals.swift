import CairoOutput
import Crypto
import DisplayList
import Foundation
import Measures
import Seals
import Support
import Synchronization
import Testing

/// Seals prepared from drawn scans, and vaults to keep them.
enum ScannedSeals {
  /// A prepared seal of a kind: a round one with bars, for a signature a wave.
  static func image(_ kind: SealKind) throws -> SealImage {
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

  /// A vault whose key and random bytes come from a seed.
  static func vault(key: Int = 1, seed: Int = 1) -> SealVault {
    let bytes = SeededBytes(seed: seed)
    return SealVault(wrappingKey: SymmetricKey(data: SeededBytes(seed: key).next(32))) {
      bytes.next($0)
    }
  }

  /// A kept seal of a kind, at the first of its owners in ``SampleSeals``, approved.
  static func approved(
    _ kind: SealKind, in vault: SealVault, adjustment: SealAdjustment = .none
  ) throws -> KeptSeal {
    let owner = try #require(SampleSeals.owners.first { $0.kinds.contains(kind) })
    let kept = try vault.kept(
      try image(kind), owner: owner, version: 1, adjustment: adjustment, by: "wang", at: 100)
    let once = try kept.approved(by: "li", at: 200)
    return owner.needsTwoApprovals ? try once.approved(by: "chen", at: 300) : once
  }
}

/// Random bytes from a seed, and how they were asked for.
final class SeededBytes: Sendable {
  private let dice: Mutex<Dice>
  private let given = Mutex<[Data]>([])

  init(seed: Int) { dice = Mutex(Dice(seed: seed)) }

  func next(_ count: Int) -> Data {
    let bytes = dice.withLock { dice in
      Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) })
    }
    given.withLock { $0.append(bytes) }
    return bytes
  }

  /// Everything given out.
  var all: [Data] { given.withLock { $0 } }
}

extension KeptSeal {
  /// The seal with some parts exchanged, as somebody who writes in the register could.
  func altered(
    owner: SealOwner? = nil, kind: SealKind? = nil, version: Int? = nil, frame: Size? = nil,
    ink: Ink? = nil, adjustment: SealAdjustment? = nil, digest: String? = nil,
    mask: EncryptedPart? = nil, upload: EncryptedPart? = nil
  ) -> KeptSeal {
    KeptSeal(
      owner: owner ?? self.owner, kind: kind ?? self.kind, version: version ?? self.version,
      shape: shape, size: size, frame: frame ?? self.frame, ink: ink ?? self.ink,
      adjustment: adjustment ?? self.adjustment, slider: slider, digest: digest ?? self.digest,
      enrolled: enrolled, mask: mask ?? self.mask, upload: upload ?? self.upload, status: status)
  }
}
