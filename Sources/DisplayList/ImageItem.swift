package import Foundation
package import Measures

/// A picture as it was handed in; decoded only by the back end that draws it.
package struct Picture: Hashable, Codable, Sendable {
  /// The file formats that are passed through.
  package enum Format: String, Codable, Sendable {
    case png
    case jpeg
  }

  /// The format of the file's bytes.
  package let format: Format
  /// Width in pixels.
  package let width: Int
  /// Height in pixels.
  package let height: Int
  /// The file's bytes.
  package let bytes: Data

  /// A picture from its file and its size in pixels.
  package init(format: Format, width: Int, height: Int, bytes: Data) {
    self.format = format
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// A picture at a fixed place, scaled to fill its frame.
package struct ImageItem: Hashable, Codable, Sendable {
  /// The picture to be drawn.
  package let picture: Picture
  /// The area that the picture fills.
  package let frame: Rect
  /// Whether the picture stands upside down in its frame.
  package let isTurned: Bool
  /// The certificate's field shown here; `nil` when it shows none.
  package let field: String?
  /// The box of the form; `nil` outside of any.
  package let box: String?

  /// A picture at its place on a page.
  package init(
    picture: Picture, frame: Rect, isTurned: Bool = false, field: String? = nil, box: String? = nil
  ) {
    self.picture = picture
    self.frame = frame
    self.isTurned = isTurned
    self.field = field
    self.box = box
  }
}
