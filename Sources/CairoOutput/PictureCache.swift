import DisplayList

/// Pictures decoded once and kept while they are in use, up to a limit of memory.
final class PictureCache {
  private var decoded: [Picture: DecodedPicture] = [:]
  private var pixels = 0
  private static let pixelLimit = 32_000_000

  func picture(of item: ImageItem) throws(RenderingError) -> DecodedPicture {
    if let known = decoded[item.picture] { return known }
    let made = try DecodedPicture(item.picture, place: Self.place(of: item))
    if pixels > Self.pixelLimit {
      decoded.removeAll()
      pixels = 0
    }
    pixels += item.picture.width * item.picture.height
    decoded[item.picture] = made
    return made
  }

  /// How errors name a picture: by its field, else its box.
  static func place(of item: ImageItem) -> String {
    item.field ?? item.box.map { "box \($0)" } ?? "the form"
  }
}
