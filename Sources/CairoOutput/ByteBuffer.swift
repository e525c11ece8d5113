import Foundation

/// Bytes that grow at the end, outside of Swift's arrays: written through a pointer, lent without a
/// copy.
@safe final class ByteBuffer {
  private var storage: UnsafeMutablePointer<UInt8>?
  private(set) var count = 0
  private var capacity = 0

  deinit { unsafe free(storage) }

  /// Lends room for `extra` more bytes after the last one; they count after ``advance(by:)``.
  func room(for extra: Int) -> UnsafeMutablePointer<UInt8> {
    if unsafe count + extra > capacity || storage == nil {
      capacity = max(count + extra, capacity * 2, 1 << 20)
      let moved = unsafe realloc(storage, capacity)
      guard let moved = unsafe moved else { preconditionFailure("out of memory") }
      unsafe storage = moved.assumingMemoryBound(to: UInt8.self)
    }
    guard let storage = unsafe storage else { preconditionFailure("a buffer with room exists") }
    return unsafe storage + count
  }

  /// Takes in bytes written to the room.
  func advance(by extra: Int) { count += extra }

  func append(_ start: UnsafePointer<UInt8>?, count extra: Int) {
    guard let start = unsafe start, extra > 0 else { return }
    unsafe memcpy(room(for: extra), start, extra)
    count += extra
  }

  /// The bytes from an offset on.
  func pointer(at offset: Int) -> UnsafeMutablePointer<UInt8> {
    guard let storage = unsafe storage, offset <= count else {
      preconditionFailure("an offset inside the buffer")
    }
    return unsafe storage + offset
  }

  /// Lends all bytes, until the next change.
  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: storage, count: count) }

  /// Starts anew in the same memory.
  func removeAll() { count = 0 }
}
