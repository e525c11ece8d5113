import Foundation

/// What the first bytes of a picture say: format and size in pixels.
///
/// Only the header is read, so that a picture which would unpack to more than memory is refused
/// before anything is unpacked.
struct ImageHeader: Equatable {
  let format: MarkImage.Format
  let width: Int
  let height: Int

  /// Why a picture is refused.
  enum Fault: Error, Equatable {
    case unknownFormat
    case truncated
    case damaged
  }

  /// Reads PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) headers and looks for the end of the file.
  init(_ bytes: Data) throws(Fault) {
    let bytes = [UInt8](bytes)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = try Self.png(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = try Self.jpeg(bytes)
    } else {
      throw .unknownFormat
    }
    guard width > 0, height > 0 else { throw .damaged }
  }

  private init(format: MarkImage.Format, width: Int, height: Int) {
    self.format = format
    self.width = width
    self.height = height
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Walks over the chunks from IHDR to IEND.
  private static func png(_ bytes: [UInt8]) throws(Fault) -> ImageHeader {
    guard bytes.count >= 33 else { throw .truncated }
    guard bytes[8..<16].elementsEqual([0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]) else {
      throw .damaged
    }
    var index = 8
    var hasData = false
    while index + 12 <= bytes.count {
      let length = number(bytes[index..<(index + 4)])
      let kind = bytes[(index + 4)..<(index + 8)]
      guard length <= bytes.count - index - 12 else { throw .truncated }
      if kind.elementsEqual("IDAT".utf8) { hasData = true }
      if kind.elementsEqual("IEND".utf8) {
        guard hasData else { throw .damaged }
        return ImageHeader(
          format: .png, width: number(bytes[16..<20]), height: number(bytes[20..<24]))
      }
      index += length + 12
    }
    throw .truncated
  }

  /// Walks over the segments to the frame header; the file must end with the end mark.
  private static func jpeg(_ bytes: [UInt8]) throws(Fault) -> ImageHeader {
    var index = 2
    while index + 4 <= bytes.count {
      guard bytes[index] == 0xFF else { throw .damaged }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let length = number(bytes[(index + 2)..<(index + 4)])
      guard length >= 2, marker != 0xD9, marker != 0xDA else { throw .damaged }
      guard index + 2 + length <= bytes.count else { throw .truncated }
      if isFrameHeader(marker) {
        guard length >= 8 else { throw .damaged }
        guard bytes.suffix(64).indices.dropLast().contains(where: { isEnd(bytes, $0) }) else {
          throw .truncated
        }
        return ImageHeader(
          format: .jpeg, width: number(bytes[(index + 7)..<(index + 9)]),
          height: number(bytes[(index + 5)..<(index + 7)]))
      }
      index += 2 + length
    }
    throw .truncated
  }

  private static func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0xFF && bytes[index + 1] == 0xD9
  }

  /// SOF0 to SOF15 without the tables DHT, JPG and DAC.
  private static func isFrameHeader(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
  }
}
