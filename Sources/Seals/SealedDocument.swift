package import DisplayList
package import Measures

/// A released document with its marks on the seal layer.
package struct SealedDocument: Sendable {
  /// The pages in printing order.
  package let document: Document
  /// Where each mark stands, for the signature field over it.
  package let marks: [PlacedMark]

  /// A mark on a page.
  package struct PlacedMark: Hashable, Sendable {
    /// The page's index in the document.
    package let page: Int
    /// Whose mark it is; `nil` for a strip of a straddle seal.
    package let role: MarkRole?
    /// Where it stands on the paper.
    package let frame: Rect
  }
}
