package import DisplayList
package import Typography

/// A FreeType face and the object that keeps it open.
@safe package struct OpenedFace {
  let owner: AnyObject
  /// The `FT_Face`; opaque, because several C modules bring FreeType's headers along.
  let face: OpaquePointer

  /// A face from its `FT_Face` and the object that keeps it open.
  package init(owner: AnyObject, face: OpaquePointer) {
    self.owner = owner
    unsafe self.face = unsafe face
  }
}

extension FontCatalogue {
  /// A face for the renderers, which keep it open as long as they use it.
  package func open(_ id: FaceID) throws(RenderingError) -> OpenedFace {
    let face = handle(for: id)
    return unsafe face.withFTFace { unsafe OpenedFace(owner: face, face: OpaquePointer($0)) }
  }
}
