import CFreeType
import Synchronization

/// The one FreeType library of the process; it opens and closes faces for one task at a time.
///
/// Unchecked because the pointer is only used under the lock.
@safe
final class FreeTypeLibrary: @unchecked Sendable {
  static let shared = FreeTypeLibrary()

  private let library: FT_Library
  private let lock = Mutex(())

  private init() {
    var library: FT_Library?
    let error = unsafe FT_Init_FreeType(&library)
    guard let library = unsafe library else {
      preconditionFailure("FreeType cannot start: error \(error)")
    }
    unsafe self.library = unsafe library
  }

  /// Opens a face over bytes that must outlive it.
  func openFace(_ bytes: UnsafeRawBufferPointer, index: Int) -> FT_Face {
    let start = unsafe bytes.bindMemory(to: FT_Byte.self).baseAddress
    var face: FT_Face?
    let error = lock.withLock { _ in
      unsafe FT_New_Memory_Face(library, start, bytes.count, index, &face)
    }
    guard error == 0, let face = unsafe face else {
      preconditionFailure("FreeType refuses a checked font: error \(error)")
    }
    return unsafe face
  }

  func close(_ face: FT_Face) {
    _ = lock.withLock { _ in unsafe FT_Done_Face(face) }
  }
}
