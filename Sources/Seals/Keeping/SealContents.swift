import DisplayList
import Foundation

/// The plain bytes of a part: two numbers of four bytes, the highest first, and what they describe.
struct SealContents {
  let bytes: Data

  /// Bytes that were decrypted.
  init(bytes: Data) { self.bytes = bytes }

  /// A mask: its width and height before its coverage.
  init(mask: InkMask) {
    bytes = Self.header(mask.width, mask.height) + mask.coverage
  }

  /// An upload: its dots per inch, whole and millionths, before the file.
  init(upload: Data, resolution: Double) {
    let whole = Int(resolution)
    bytes = Self.header(whole, Int((resolution - Double(whole)) * 1_000_000)) + upload
  }

  /// The mask; `nil` when the bytes are none.
  var mask: InkMask? {
    guard let (width, height) = numbers, width > 0, height > 0,
      rest.count == width * height
    else { return nil }
    return InkMask(width: width, height: height, coverage: rest)
  }

  /// The file and its dots per inch; `nil` when the bytes are none.
  var upload: (file: Data, resolution: Double)? {
    guard let (whole, millionths) = numbers, whole > 0 else { return nil }
    return (rest, Double(whole) + Double(millionths) / 1_000_000)
  }

  private var rest: Data { Data(bytes.dropFirst(8)) }

  private var numbers: (Int, Int)? {
    guard bytes.count >= 8 else { return nil }
    func number(_ part: Data) -> Int { part.reduce(0) { $0 << 8 | Int($1) } }
    return (number(bytes.prefix(4)), number(bytes.dropFirst(4).prefix(4)))
  }

  private static func header(_ first: Int, _ second: Int) -> Data {
    Data(
      [first, second].flatMap { number in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
      })
  }
}
