import Crypto

/// A file whose signature is complete but for the bytes of the signature itself.
struct PreparedFile {
  private let bytes: [UInt8]
  /// Where the signature goes, with its brackets.
  private let contents: Range<Int>

  /// Writes the byte range: all but the contents (PDF 32000-1, 12.8.1).
  init(_ bytes: [UInt8], contents: Range<Int>) {
    var bytes = bytes
    let range =
      "0 \(contents.lowerBound) \(contents.upperBound) \(bytes.count - contents.upperBound)"
    let place = SignatureDictionary.range(before: contents)
    bytes.replaceSubrange(place.lowerBound..<place.lowerBound + range.utf8.count, with: range.utf8)
    self.bytes = bytes
    self.contents = contents
  }

  /// The SHA-256 of all that is signed.
  var digest: [UInt8] {
    var hash = SHA256()
    hash.update(data: bytes[..<contents.lowerBound])
    hash.update(data: bytes[contents.upperBound...])
    return Array(hash.finalize())
  }

  /// The file with the signature in it; `nil` when it does not fit.
  func filled(_ signature: [UInt8]) -> [UInt8]? {
    let digits = Hexadecimal.bytes(signature)
    guard digits.count <= contents.count - 2 else { return nil }
    var result = bytes
    let start = contents.lowerBound + 1
    result.replaceSubrange(start..<start + digits.count, with: digits)
    return result
  }
}
