package import CFreeType

/// A FreeType face and the object that keeps it open.
@safe package struct OpenedFace {
  let owner: AnyObject
  let face: FT_Face

  package init(owner: AnyObject, face: FT_Face) {
    self.owner = owner
    unsafe self.face = unsafe face
  }
}
