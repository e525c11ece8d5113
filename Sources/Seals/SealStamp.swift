package import DisplayList
package import Measures

/// A mark as it is put on paper: ink, true size, and how the user set it.
package struct SealStamp: Hashable, Sendable {
  /// Where the ink lies.
  package let mask: InkMask
  /// The colour of full ink.
  package let ink: Ink
  /// The mask's true size, margins included.
  package let size: Size
  /// Size and place as the user set them.
  package let adjustment: SealAdjustment

  /// A stamp from its parts, such as a store keeps them.
  package init(mask: InkMask, ink: Ink, size: Size, adjustment: SealAdjustment = .none) {
    self.mask = mask
    self.ink = ink
    self.size = size
    self.adjustment = adjustment
  }

  /// A stamp of a prepared seal.
  package init(_ image: SealImage, adjustment: SealAdjustment = .none) {
    self.init(mask: image.mask, ink: image.ink, size: image.frame, adjustment: adjustment)
  }
}
