import Crypto
import Foundation
package import Measures

/// The part of a page that is the same for every certificate of a form edition.
///
/// Made once per edition, page kind and device, then shared by all pages; back ends keep what they
/// prepare for a template under its ``hash``.
package final class PageTemplate: Sendable {
  package let size: Size
  package let items: LayeredItems
  /// Where each box of the form lies, by box name; the text of a box stays inside.
  package let boxes: [String: Rect]
  /// SHA-256 of everything above, in hexadecimal.
  package let hash: String

  package init(size: Size, items: LayeredItems, boxes: [String: Rect]) {
    self.size = size
    self.items = items
    self.boxes = boxes
    hash = Self.hash(size, items, boxes)
  }

  private static func hash(_ size: Size, _ items: LayeredItems, _ boxes: [String: Rect]) -> String {
    var digest = SHA256()
    digest.update(data: Data(TextDump.lines(size: size, items: items).joined(separator: "\n").utf8))
    for (name, rect) in boxes.sorted(by: { $0.key < $1.key }) {
      digest.update(data: Data("\n\(name) \(TextDump.text(rect))".utf8))
    }
    return digest.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
