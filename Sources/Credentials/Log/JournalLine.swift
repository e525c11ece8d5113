import Crypto
import Glibc

/// A line of the journal whose salt and event are not read yet.
struct JournalLine {
  /// The entry's place, from 0.
  let index: Int
  private let hexSalt: ArraySlice<UInt8>
  /// The event's canonical text.
  let canonical: ArraySlice<UInt8>

  /// The bytes of an index and the blank after it, at most.
  static let longestHead = 19

  /// Reads a line without its line feed; `nil` when it is none.
  init?(_ line: ArraySlice<UInt8>) {
    guard let index = Self.index(of: line), let blank = line.firstIndex(of: 32) else { return nil }
    let rest = line[(blank + 1)...]
    let salt = rest.prefix(2 * LogEntry.saltLength)
    guard rest.dropFirst(salt.count).first == 32 else { return nil }
    self.index = index
    hexSalt = salt
    canonical = rest.dropFirst(salt.count + 1)
  }

  /// The index at the start of a line, as it is written: without sign or leading zeros.
  static func index(of line: ArraySlice<UInt8>) -> Int? {
    guard let blank = line.prefix(longestHead).firstIndex(of: 32) else { return nil }
    let digits = line[..<blank]
    guard digits.allSatisfy({ (48...57).contains($0) }), digits.first != 48 || digits.count == 1
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The salt; `nil` when it is not 32 bytes in hexadecimal.
  var salt: [UInt8]? {
    guard let salt = Hex.decode(String(decoding: hexSalt, as: UTF8.self)),
      salt.count == LogEntry.saltLength
    else { return nil }
    return salt
  }

  /// What the log publishes of it; `nil` without a salt.
  var published: [UInt8]? { salt.map { LogEntry.published(salt: $0, canonical: canonical) } }

  /// When it happened, in seconds since 1970: the last member of a canonical text.
  var time: Int? {
    guard canonical.last == UInt8(ascii: "}"),
      let colon = canonical.lastIndex(of: UInt8(ascii: ":")),
      canonical[..<colon].suffix(6).elementsEqual(#""time""#.utf8)
    else { return nil }
    return Int(String(decoding: canonical[(colon + 1)...].dropLast(), as: UTF8.self))
  }

  /// Whether the event's text has some bytes in it.
  func contains(_ bytes: [UInt8]) -> Bool {
    canonical.withUnsafeBytes { text in
      guard let start = text.baseAddress, text.count >= bytes.count else { return false }
      return (0...text.count - bytes.count).contains {
        memcmp(start + $0, bytes, bytes.count) == 0
      }
    }
  }
}
