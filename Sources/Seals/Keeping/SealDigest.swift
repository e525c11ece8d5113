import Crypto
import DisplayList
import Foundation
import Measures

/// What a kept seal's digest is taken of: all that decides how it looks in print.
enum SealDigest {
  /// SHA-256 in small hexadecimal digits.
  static func text(of stamp: SealStamp) -> String {
    var hash = SHA256()
    hash.update(data: Data("originpress seal 1\n".utf8))
    let adjustment = stamp.adjustment
    let numbers = [
      stamp.mask.width, stamp.mask.height, Int(stamp.ink.red), Int(stamp.ink.green),
      Int(stamp.ink.blue), stamp.size.width.units, stamp.size.height.units, adjustment.percent,
      adjustment.offset.x.units, adjustment.offset.y.units,
    ]
    for number in numbers { hash.update(data: bytes(number)) }
    hash.update(data: stamp.mask.coverage)
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// Eight bytes, the highest first.
  private static func bytes(_ number: Int) -> Data {
    Data((0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) })
  }
}
