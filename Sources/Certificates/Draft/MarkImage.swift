package import Foundation

/// A picture of shipping marks.
package struct MarkImage: Hashable, Sendable {
  /// The formats a picture can be in.
  package enum Format: String, Sendable {
    case png, jpeg
  }

  /// The format of the bytes.
  package let format: Format
  /// Width in pixels.
  package let width: Int
  /// Height in pixels.
  package let height: Int
  /// The whole picture file.
  package let bytes: Data

  /// A picture from its file and what the file's header says.
  package init(format: Format, width: Int, height: Int, bytes: Data) {
    self.format = format
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}
