import Certificates
import DisplayList
import Forms
import Foundation
import Measures
import Support
import Testing

/// What the goods table says in words, and how close it comes to its frame.
@Suite struct GoodsWordsTests {
  @Test("Korea and Georgia name pictures of marks instead of drawing them", arguments: ["K", "GE"])
  func picturesAsWords(_ code: String) throws {
    let document = try Workshop.document(code) {
      $0.goods[0].markImages = [
        MarkImage(format: .png, width: 40, height: 40, bytes: Data([1]))
      ]
    }
    let marks = document.pages[0].texts().filter { $0.box == "7" }
    let words = marks.map(\.source).joined(separator: " ")
    #expect(words.dense.contains("IMAGEORSYMBOL(I/S)"), "\(words)")
    #expect(marks.contains { $0.field == "goods[0].markImages" })
    #expect(document.pages.flatMap(\.images).isEmpty)
  }

  @Test("The last row stays clear of the rule below it")
  func bottomGap() throws {
    let site = try Site.load()
    for code in ["C", "RCEP", "G"] {
      let form = try site.form(code, items: 20)
      let document = try Workshop.document(form)
      for page in document.pages where page.side == .front && page.sheet <= 2 {
        let face = page.sheet == 1 ? form.layout.front : form.layout.continuation
        guard let table = face.table else { continue }
        let names = Set(table.columns.map(\.id))
        let lowest = page.texts().filter { $0.box.map(names.contains) ?? false }
          .map(\.inkFrame.bottom).max()
        #expect(lowest ?? .zero <= table.frame.bottom - table.gap / 2, "\(code) \(page.sheet)")
      }
    }
  }

  @Test("A quantity that is too wide is broken before its unit")
  func unitOnItsOwnLine() throws {
    let document = try Workshop.document("C") {
      $0.goods[0].quantity = Quantity(value: 123_456_789, unit: "SUPERCALIFRAGILES")
      $0.goods[0].grossWeight = nil
      $0.goods[0].netWeight = nil
    }
    let lines = document.pages[0].texts().filter { $0.field == "goods[0].quantity" }.map(\.source)
    #expect(lines.first == "123456789", "\(lines)")
  }

  @Test("ECFA prints 补发 once, in box 15 (S2-139)")
  func retroactiveOnce() throws {
    let document = try Workshop.document("H") { $0.circumstances.isRetroactive = true }
    let marks = document.pages[0].texts().filter { $0.source.contains("补发") }
    #expect(marks.map(\.box) == ["15"])
  }
}
