import DisplayList

/// Pictures decoded once and kept while they are in use, up to a limit of memory.
final class PictureCache {
  private var decoded: BoundedCache<Picture, DecodedPicture>

  /// `pixelLimit` bounds the pixels kept, four bytes each, beside the picture in use.
  init(pixelLimit: Int = 32_000_000) { decoded = BoundedCache(limit: pixelLimit) }

  func picture(of item: ImageItem) throws(RenderingError) -> DecodedPicture {
    if let known = decoded.value(of: item.picture) { return known }
    let made = try DecodedPicture(item.picture, place: Self.place(of: item))
    decoded.insert(made, for: item.picture, cost: item.picture.width * item.picture.height)
    decoded.trim()
    return made
  }

  /// How errors name a picture: by its field, else its box.
  static func place(of item: ImageItem) -> String {
    item.field ?? item.box.map { "box \($0)" } ?? "the form"
  }
}
