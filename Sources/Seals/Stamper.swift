package import Certificates
package import DisplayList
import Measures
package import Typesetting

/// Puts seals and signatures on the pages of a released document: adds to their seal layer and touches
/// nothing else.
package struct Stamper: Sendable {
  private let stamps: [MarkRole: SealStamp]
  private let straddle: SealStamp?

  /// - Parameters:
  ///   - stamps: what stands at the places of each role; roles without one leave their places empty.
  ///   - straddle: 骑缝章 over the edges of several sheets; `nil` for none.
  package init(stamps: [MarkRole: SealStamp], straddle: SealStamp? = nil) {
    self.stamps = stamps
    self.straddle = straddle
  }

  /// Stamps a document.
  ///
  /// Only electronic seals are printed: in every other mode hands seal the paper, so its places stay
  /// empty (S2-127, S2-128, S2-131).
  ///
  /// - Parameters:
  ///   - released: the output itself; previews have no such value.
  ///   - mode: how seal and signature come onto this certificate.
  /// - Returns: the document and where its marks stand.
  package func sealed(_ released: ReleasedDocument, mode: SealMode) -> SealedDocument {
    var document = released.document
    var marks: [SealedDocument.PlacedMark] = []
    if mode == .electronic && released.bearsSeals {
      for page in document.pages.indices {
        for item in items(for: document.pages[page], in: document) {
          document.pages[page].items.append(.mask(item), to: .seal)
          marks.append(
            SealedDocument.PlacedMark(page: page, role: item.role, frame: item.frame))
        }
      }
    }
    return SealedDocument(document: document, marks: marks)
  }

  private func items(for page: Page, in document: Document) -> [MaskItem] {
    let placed = page.places.compactMap { place -> MaskItem? in
      guard let stamp = stamps[place.role] else { return nil }
      let frame = stamp.adjustment.frame(of: stamp.size, in: place.frame, on: page.size)
      return MaskItem(mask: stamp.mask, ink: stamp.ink, frame: frame, role: place.role)
    }
    guard let straddle, page.side == .front, document.sheetCount > 1 else { return placed }
    let strips = StraddleStrips(straddle, sheets: document.sheetCount)
    return placed + [strips.item(sheet: page.sheet, on: page.size)]
  }
}
