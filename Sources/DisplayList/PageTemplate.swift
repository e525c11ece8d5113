import Crypto
import Foundation
package import Measures
import Synchronization

/// The part of a page that is the same for every certificate of a form edition.
///
/// Made once per edition, page kind and device, then shared by all pages; back ends keep what they
/// prepare for a template under the template itself, which is equal only to itself.
package final class PageTemplate: Sendable {
  /// The size of the paper.
  package let size: Size
  /// The marks that are the same on every page.
  package let items: LayeredItems
  /// Where each box of the form lies, by box name; the text of a box stays inside.
  package let boxes: [String: Rect]
  private let knownHash = Mutex<String?>(nil)
  private let knownTurned = Mutex<PageTemplate?>(nil)

  /// A template from its marks and the places of its boxes.
  package init(size: Size, items: LayeredItems, boxes: [String: Rect]) {
    self.size = size
    self.items = items
    self.boxes = boxes
  }

  /// SHA-256 of all contents, in hexadecimal, worked out when first asked for.
  package var hash: String {
    knownHash.withLock { known in
      if let known { return known }
      let hash = Self.hash(size, items, boxes)
      known = hash
      return hash
    }
  }

  /// The same marks upside down; made once, so that back ends can keep what they prepare for it.
  package var turned: PageTemplate {
    knownTurned.withLock { known in
      if let known { return known }
      let made = PageTemplate(
        size: size, items: items.turned(on: size), boxes: boxes.mapValues { $0.turned(on: size) })
      known = made
      return made
    }
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

extension PageTemplate: Hashable {
  /// Whether both are the same object; equal contents are not enough.
  package static func == (a: PageTemplate, b: PageTemplate) -> Bool { a === b }

  /// Hashes the object's identity, in keeping with `==`.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
