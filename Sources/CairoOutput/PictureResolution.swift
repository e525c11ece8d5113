import DisplayList

/// The resolution that a picture's file states.
enum PictureResolution {
  /// Dots per inch; `nil` when the file states none, or another across than down.
  static func read(_ bytes: [UInt8], _ format: Picture.Format) -> Double? {
    switch format {
    case .png: png(bytes)
    case .jpeg: jpeg(bytes)
    }
  }

  /// The pHYs chunk, which stands before the first IDAT (PNG specification, 11.3.5.3).
  private static func png(_ bytes: [UInt8]) -> Double? {
    var chunk = 8
    while chunk + 12 <= bytes.count, !bytes[(chunk + 4)..<(chunk + 8)].elementsEqual("IDAT".utf8) {
      let length = number(bytes[chunk..<(chunk + 4)])
      if bytes[(chunk + 4)..<(chunk + 8)].elementsEqual("pHYs".utf8), length == 9,
        chunk + 17 <= bytes.count
      {
        let across = number(bytes[(chunk + 8)..<(chunk + 12)])
        let down = number(bytes[(chunk + 12)..<(chunk + 16)])
        let isMetre = bytes[chunk + 16] == 1
        return isMetre && across == down && across > 0 ? Double(across) * 0.0254 : nil
      }
      chunk += length + 12
    }
    return nil
  }

  /// The density of the JFIF segment, which is the first (JFIF 1.02).
  private static func jpeg(_ bytes: [UInt8]) -> Double? {
    guard bytes.count >= 18, bytes[2..<4].elementsEqual([0xff, 0xe0]),
      bytes[6..<11].elementsEqual("JFIF\0".utf8)
    else { return nil }
    let (across, down) = (number(bytes[14..<16]), number(bytes[16..<18]))
    guard across == down, across > 0 else { return nil }
    switch bytes[13] {
    case 1: return Double(across)
    case 2: return Double(across) * 2.54
    default: return nil
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
