package import Foundation
package import Measures

/// A picture as it was handed in; decoded only by the back end that draws it.
package struct Picture: Hashable, Codable, Sendable {
  /// The file formats that are passed through.
  package enum Format: String, Codable, Sendable {
    case png
    case jpeg
  }

  package let format: Format
  /// Width in pixels.
  package let width: Int
  /// Height in pixels.
  package let height: Int
  /// The file's bytes.
  package let bytes: Data

  package init(format: Format, width: Int, height: Int, bytes: Data) {
    self.format = format
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// A picture at a fixed place, scaled to fill its frame.
package struct ImageItem: Hashable, Codable, Sendable {
  package let picture: Picture
  package let frame: Rect
  package let field: String?
  package let box: String?

  package init(picture: Picture, frame: Rect, field: String? = nil, box: String? = nil) {
    self.picture = picture
    self.frame = frame
    self.field = field
    self.box = box
  }
}
