package import Devices
import Measures

/// The two piles of a print run on a printer whose sheets a person turns (S2-130).
///
/// The fronts are printed first; the pile goes back as the turning says; then the backs are printed.
package struct TurningPlan: Sendable {
  /// One front page a sheet, in the order of the sheets.
  package let fronts: [Page]
  /// One back page a sheet in the order and turn of the second run, blank for a sheet without a
  /// back; none when no sheet has one.
  package let backs: [Page]

  /// The piles of some pages in printing order.
  ///
  /// - Parameters:
  ///   - pages: front pages, each with its back behind it where it has one; of one document or of
  ///     several, one behind the other.
  ///   - turning: how the printer's paper lies.
  package init(_ pages: [Page], turning: Turning) {
    let sheets = Self.sheets(of: pages)
    fronts = sheets.map { $0.front ?? .blank(.front, behind: $0.back) }
    guard sheets.contains(where: { $0.back != nil }) else {
      backs = []
      return
    }
    let upright = sheets.map { $0.back ?? .blank(.back, behind: $0.front) }
    let turned = turning.rotation == .half ? upright.map(\.turned) : upright
    backs = turning.order == .reversed ? turned.reversed() : turned
  }

  private typealias Sheet = (front: Page?, back: Page?)

  /// A front begins a sheet, and so does a back that has none before it.
  private static func sheets(of pages: [Page]) -> [Sheet] {
    var sheets: [Sheet] = []
    for page in pages {
      switch page.side {
      case .front: sheets.append((page, nil))
      case .back:
        if let last = sheets.last, last.back == nil, last.front?.sheet == page.sheet {
          sheets[sheets.count - 1].back = page
        } else {
          sheets.append((nil, page))
        }
      }
    }
    return sheets
  }
}

extension Page {
  /// A side without marks for the sheet of another page.
  fileprivate static func blank(_ side: Side, behind other: Page?) -> Page {
    Page(
      template: PageTemplate(size: other?.size ?? .a4, items: LayeredItems(), boxes: [:]),
      items: LayeredItems(), side: side, sheet: other?.sheet ?? 1)
  }
}
