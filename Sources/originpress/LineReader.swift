import Diagnostics
import Foundation

/// The lines of a file one after the other, without holding the whole file.
final class LineReader {
  private let handle: FileHandle?
  private var buffer: Data
  /// The number of the line that ``next()`` gave last, from 1.
  private(set) var number = 0

  private static let piece = 1 << 16

  /// Opens a file.
  ///
  /// - Throws: ``Refusal`` when it cannot be read.
  init(path: String) throws(Refusal) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.unreadable))
    }
    self.handle = handle
    buffer = Data()
  }

  /// Reads lines from bytes at hand.
  init(bytes: Data) {
    handle = nil
    buffer = bytes
  }

  /// The next line that is not blank, without its end; `nil` at the end.
  func next() throws -> Data? {
    while let line = try line() {
      number += 1
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return Data(line) }
    }
    return nil
  }

  private func line() throws -> Data? {
    var searched = buffer.startIndex
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        buffer = buffer[(end + 1)...]
        return line
      }
      searched = buffer.endIndex
      guard let more = try handle?.read(upToCount: Self.piece), !more.isEmpty else { break }
      let done = searched - buffer.startIndex
      buffer = Data(buffer) + more
      searched = buffer.startIndex + done
    }
    guard !buffer.isEmpty else { return nil }
    defer { buffer = Data() }
    return buffer
  }
}
