import DisplayList
import Foundation
import Measures

/// Small pages made by hand.
struct SamplePages {
  let fonts: TestFonts

  /// A page of the given marks; nothing in the template.
  func page(_ items: [PageItem], layer: Layer = .data) -> Page {
    var layered = LayeredItems()
    layered[layer] = items
    return Page(
      template: PageTemplate(size: .a4, items: LayeredItems(), boxes: [:]), items: layered,
      side: .front, sheet: 1)
  }

  /// A page of texts, one below the other.
  func page(texts: [String]) -> Page {
    page(
      texts.enumerated().map { row, text in
        .text(fonts.text(text, x: 20, y: 30 + 8 * Double(row), size: 10))
      })
  }

  func document(_ pages: [Page], title: String = "Certificate of Origin") -> Document {
    Document(title: title, language: "en", pages: pages)
  }

  /// The guilloche of rendering.md's task: `count` waves of four cubic segments each.
  static func guilloche(_ count: Int, ink: Ink = Ink(red: 190, green: 214, blue: 230)) -> [PageItem]
  {
    (0..<count).map { index in
      let y = 12 + 270 * Double(index) / Double(count)
      let swing = 6 + 4 * sin(Double(index) / 7)
      var steps: [PathStep] = [.move(Point(x: .mm(10), y: .mm(y)))]
      for segment in 0..<4 {
        let x = 10 + 47.5 * Double(segment)
        steps.append(
          .curve(
            Point(x: .mm(x + 16), y: .mm(y + swing)), Point(x: .mm(x + 31), y: .mm(y - swing)),
            Point(x: .mm(x + 47.5), y: .mm(y))))
      }
      return .path(PathItem(steps: steps, stroke: PathItem.Stroke(width: .pt(0.4), ink: ink)))
    }
  }

  /// The static part of a form: frames, captions and a guilloche.
  func template(curves: Int = 200) -> PageTemplate {
    var items = LayeredItems()
    items[.background] = Self.guilloche(curves)
    for row in 0..<13 {
      let frame = Rect(x: .mm(15), y: .mm(20 + 20 * Double(row)), width: .mm(180), height: .mm(20))
      items.append(.path(.frame(frame, width: .pt(0.5))), to: .form)
      items.append(
        .text(
          fonts.text(
            "\(row + 1). Goods consigned from (Exporter's name) 出口商名称地址国家", x: 16.5,
            y: 23.5 + 20 * Double(row), size: 7)), to: .form)
    }
    items.append(
      .text(fonts.text("CERTIFICATE OF ORIGIN 原产地证书", x: 60, y: 15, size: 14)), to: .form)
    return PageTemplate(size: .a4, items: items, boxes: [:])
  }

  /// A certificate over ``template()`` with text that depends on `number`.
  func certificate(_ template: PageTemplate, number: Int, lines: Int = 3) -> Page {
    var items = LayeredItems()
    items.append(
      .text(
        fonts.text(
          "非有效证书", x: 60, y: 200, size: 40, ink: Ink(red: 220, green: 220, blue: 220),
          rotation: 30)), to: .note)
    for row in 0..<13 {
      for line in 0..<lines {
        items.append(
          .text(
            fonts.text(
              Self.words(number &* 131 &+ row * 17 &+ line), x: 18,
              y: 28 + 20 * Double(row) + 4 * Double(line), size: 9)), to: .data)
      }
    }
    return Page(template: template, items: items, side: .front, sheet: 1)
  }

  /// Words that differ from number to number, always the same for one.
  static func words(_ number: Int) -> String {
    let chinese = Array("杭州市西湖区文三路宁波北仑进出口贸易有限公司上海浦东纺织五金机械电子仪器棉布陶瓷茶叶丝绸轴承")
    var state = UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let part = String((0..<8).map { _ in chinese[next(chinese.count)] })
    return "No. \(next(1_000_000)) CARTONS \(part) OF STEEL BOLTS M\(next(40)) x \(next(400)) mm"
  }
}
