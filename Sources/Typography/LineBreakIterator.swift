import CICU
import Synchronization

/// ICU's line break iterator for one locale; the locale is ours, never the environment's.
///
/// Unchecked because the pointer is only used under the lock.
@safe
final class LineBreakIterator: @unchecked Sendable {
  private static let chinese = LineBreakIterator(locale: "zh")
  private static let other = LineBreakIterator(locale: "")

  private let breaker: OpaquePointer
  private let lock = Mutex(())

  private init(locale: String) {
    guard let breaker = unsafe op_line_breaker_open(locale) else {
      preconditionFailure("ICU has no line break rules")
    }
    unsafe self.breaker = unsafe breaker
  }

  deinit { unsafe op_line_breaker_close(breaker) }

  /// The opportunities of a text as UTF-8 offsets, rising; the last one is the end of the text.
  static func opportunities(in text: String) -> [Int] {
    let isChinese = text.unicodeScalars.contains { $0.properties.isIdeographic }
    return (isChinese ? chinese : other).opportunities(in: text)
  }

  private func opportunities(in text: String) -> [Int] {
    let bytes = text.utf8CString
    return lock.withLock { _ in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        let isStarted = unsafe op_line_breaker_start(
          breaker, bytes.baseAddress, Int64(bytes.count - 1))
        precondition(isStarted, "ICU cannot read a text")
        var offsets: [Int] = []
        while case let offset = unsafe op_line_breaker_next(breaker), offset >= 0 {
          offsets.append(Int(offset))
        }
        return offsets
      }
    }
  }
}
