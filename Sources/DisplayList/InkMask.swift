package import Foundation

/// Where one ink lies and how much of it: the picture of a seal or signature without a colour.
package struct InkMask: Hashable, Codable, Sendable {
  /// Width in dots.
  package let width: Int
  /// Height in dots.
  package let height: Int
  /// `width` × `height` values row by row from the top left, 0 without ink to 255 fully covered.
  package let coverage: Data

  /// A mask from its values; there are `width` × `height` of them.
  package init(width: Int, height: Int, coverage: Data) {
    precondition(width > 0 && height > 0, "a mask has dots")
    precondition(coverage.count == width * height, "a mask has a value for every dot")
    self.width = width
    self.height = height
    self.coverage = coverage
  }

  /// The part of the mask in some of its columns.
  package func columns(_ range: Range<Int>) -> InkMask {
    var part = Data(capacity: range.count * height)
    for row in 0..<height {
      let start = coverage.startIndex + row * width
      part += coverage[(start + range.lowerBound)..<(start + range.upperBound)]
    }
    return InkMask(width: range.count, height: height, coverage: part)
  }
}
