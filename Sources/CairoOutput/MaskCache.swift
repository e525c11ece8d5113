import DisplayList

/// Masks made into surfaces once and kept, up to a limit of memory.
final class MaskCache {
  private var decoded: BoundedCache<InkMask, DecodedMask>

  /// `dotLimit` bounds the dots kept, a byte each, beside the mask in use.
  init(dotLimit: Int = 32_000_000) { decoded = BoundedCache(limit: dotLimit) }

  func mask(of item: MaskItem) throws(RenderingError) -> DecodedMask {
    if let known = decoded.value(of: item.mask) { return known }
    let made = try DecodedMask(item.mask)
    decoded.insert(made, for: item.mask, cost: item.mask.coverage.count)
    decoded.trim()
    return made
  }
}
