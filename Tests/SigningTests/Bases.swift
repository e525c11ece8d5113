import CairoOutput
import DisplayList
import Foundation
import Measures

@testable import Signing

/// Files to be signed.
enum Bases {
  /// A file of our own renderer with frames and no text.
  static func drawn(pages: Int) throws -> [UInt8] {
    let renderer = PDFRenderer { _ in preconditionFailure("no text") }
    let all = (1...pages).map { number in
      var items = LayeredItems()
      for row in 0..<8 {
        let frame = Rect(
          x: .mm(20), y: .mm(20 + 30 * Double(row)), width: .mm(150 - 5 * Double(number)),
          height: .mm(22))
        items.append(.path(.frame(frame, width: .pt(0.7))), to: .form)
      }
      return Page(
        template: PageTemplate(size: .a4, items: LayeredItems(), boxes: [:]), items: items,
        side: .front, sheet: number)
    }
    let document = Document(title: "Certificate of Origin", language: "en", pages: all)
    return Array(try renderer.pdf(document, content: .full))
  }

  /// The request that samples are signed with: over the seal on the first page, now.
  static func request(at moment: Moment = now, visible: Bool = true) -> SignatureRequest {
    let frame = Rect(x: .mm(120), y: .mm(220), width: .mm(45), height: .mm(45))
    return SignatureRequest(
      place: visible ? SignatureRequest.Place(page: 0, frame: frame) : nil, moment: moment,
      reason: "签发 issue of the certificate", location: "Shanghai")
  }

  static var now: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }
}
