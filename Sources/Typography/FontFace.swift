package import CFreeType
import CHarfBuzz
package import DisplayList
import Synchronization

/// One face of the catalogue; its tables are read when they are first needed.
package final class FontFace: Sendable {
  /// The face's name in the manifest.
  package let id: FaceID
  private let index: Int
  private let load: @Sendable () -> FontBytes
  private let shaping = Mutex<ShapingFont?>(nil)
  private let drawing = Mutex<DrawingFace?>(nil)

  /// - Parameters:
  ///   - id: the face's name in the manifest.
  ///   - index: the face's place in a collection.
  ///   - load: brings the checked bytes of the file; called at most once.
  init(id: FaceID, index: Int, load: @escaping @Sendable () -> FontBytes) {
    self.id = id
    self.index = index
    self.load = load
  }

  /// Whether the face's tables have been read; only tests ask, to see that Latin needs no Chinese.
  package var isOpen: Bool { shaping.withLock { $0 != nil } }
  /// Font units in one em.
  package var unitsPerEm: Int { font.unitsPerEm }
  /// Height above the baseline in font units, as the font states it (`hhea` or `OS/2`).
  package var ascent: Int { font.ascent }
  /// Depth below the baseline in font units, positive.
  package var descent: Int { font.descent }

  /// The face for HarfBuzz, opened at the first call.
  var font: ShapingFont {
    shaping.withLock { opened in
      if let opened { return opened }
      let font = ShapingFont(load(), index: index)
      opened = font
      return font
    }
  }

  /// Lends the FreeType face, to one task at a time; it lives as long as this object.
  ///
  /// Cairo keeps the pointer beyond the call: whoever hands it to Cairo keeps this object too.
  package func withFTFace<R, E: Error>(_ body: (FT_Face) throws(E) -> R) throws(E) -> R {
    let bytes = font.bytes
    return try drawing.withLock { opened throws(E) in
      let face = opened ?? DrawingFace(bytes, index: index)
      opened = face
      return try unsafe body(face.face)
    }
  }
}
