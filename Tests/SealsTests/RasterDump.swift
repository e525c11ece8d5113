import Foundation

/// The first page of a PWG raster stream (PWG 5102.4), unpacked.
struct RasterDump {
  let width: Int
  let height: Int
  let bytes: [UInt8]

  init?(_ stream: Data) {
    let stream = [UInt8](stream)
    guard stream.count > 1800, stream.starts(with: "RaS2".utf8) else { return nil }
    func number(_ offset: Int) -> Int {
      stream[(4 + offset)..<(8 + offset)].reduce(0) { $0 << 8 | Int($1) }
    }
    (width, height) = (number(372), number(376))
    let lineBytes = number(392)
    var bytes: [UInt8] = []
    var position = 1800
    while bytes.count < lineBytes * height, position < stream.count {
      let repeats = Int(stream[position]) + 1
      position += 1
      var line: [UInt8] = []
      while line.count < lineBytes, position < stream.count {
        let code = Int(stream[position])
        position += 1
        if code < 128 {
          line += [UInt8](repeating: stream[position], count: code + 1)
          position += 1
        } else {
          line += stream[position..<(position + 257 - code)]
          position += 257 - code
        }
      }
      for _ in 0..<repeats { bytes += line }
    }
    self.bytes = bytes
  }
}
