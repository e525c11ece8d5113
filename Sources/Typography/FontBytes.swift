import Glibc

/// The bytes of a font, mapped from a file or held in memory; they never change.
///
/// Unchecked because it owns a raw pointer to memory that nobody writes to.
@safe
package final class FontBytes: @unchecked Sendable {
  private let memory: UnsafeRawBufferPointer
  private let isMapped: Bool
  /// The bytes this is a part of, which own the memory.
  private let whole: FontBytes?

  /// Copies bytes into memory of its own.
  package init(_ bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    unsafe copy.copyBytes(from: bytes)
    unsafe memory = UnsafeRawBufferPointer(copy)
    isMapped = false
    whole = nil
  }

  /// Takes over memory that `mmap` returned.
  init(mapped memory: UnsafeRawBufferPointer) {
    unsafe self.memory = unsafe memory
    isMapped = true
    whole = nil
  }

  private init(_ length: Int, of whole: FontBytes) {
    unsafe memory = UnsafeRawBufferPointer(rebasing: whole.memory[..<length])
    isMapped = false
    self.whole = whole
  }

  deinit {
    if whole != nil { return }
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
    } else {
      unsafe memory.deallocate()
    }
  }

  /// The number of bytes.
  package var count: Int { unsafe memory.count }

  /// Whether these are the same bytes.
  func elementsEqual(_ other: [UInt8]) -> Bool {
    unsafe count == other.count && memory.elementsEqual(other)
  }

  /// The first bytes, in the same memory.
  func prefix(_ length: Int) -> FontBytes { FontBytes(length, of: self) }

  /// Lends the bytes; they live as long as this object.
  package func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E)
    -> R
  {
    try unsafe body(memory)
  }
}
