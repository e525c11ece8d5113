import DisplayList
import Foundation
import Measures
package import Seals

/// Kept seals without a mark in them, for tests of what is decided and recorded.
package enum SampleSeals {
  /// An owner of every sort.
  package static let owners: [SealOwner] = [
    .enterprise("1100B0001"), .issuer, .officer("li"),
    .signatory(enterprise: "1100B0001", id: "zhang"),
  ]

  /// A version whose every part differs from that of the others.
  package static func seal(
    _ owner: SealOwner, _ kind: SealKind, version: Int = 1, at time: Int = 1_800_000_000
  ) -> KeptSeal {
    let shapes: [SealShape] = [.round, .ellipse, .rectangle, .handwriting]
    return KeptSeal(
      owner: owner, kind: kind, version: version, shape: shapes[version % 4],
      size: Size(width: .mm(40 + Double(version)), height: .mm(30)),
      frame: Size(width: .mm(41 + Double(version)), height: .mm(31)),
      ink: Ink(red: 200, green: UInt8(version), blue: 0),
      adjustment: SealAdjustment(percent: 80 + version, offset: Point(x: .mm(-1.5), y: .mm(2))),
      slider: Slider(version), digest: String(repeating: "\(version % 10)", count: 64),
      enrolled: SealAct(by: "wang", at: time), mask: part(version, 1), upload: part(version, 2))
  }

  private static func part(_ version: Int, _ number: UInt8) -> EncryptedPart {
    EncryptedPart(
      wrappedKey: Data(repeating: UInt8(version), count: 40),
      box: Data([0, number, 255, UInt8(version)]) + Data(repeating: number, count: 60))
  }
}
