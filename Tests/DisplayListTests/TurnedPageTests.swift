import DisplayList
import Measures
import Testing

struct TurnedPageTests {
  private func page() -> Page {
    let template = PageTemplate(
      size: .a4, items: Marks.layered,
      boxes: ["1": Rect(x: .mm(20), y: .mm(16), width: .mm(94), height: .mm(33))])
    return Page(
      template: template, items: Marks.layered, side: .back, sheet: 3,
      boxes: ["9": Rect(x: .mm(1), y: .mm(2), width: .mm(3), height: .mm(4))])
  }

  @Test func `turning twice gives every mark back to the unit`() {
    let (page, twice) = (page(), page().turned.turned)
    #expect(TextDump.lines(of: twice) == TextDump.lines(of: page))
    #expect(twice.items == page.items && twice.template.items == page.template.items)
    #expect(twice.boxes == page.boxes && twice.template.boxes == page.template.boxes)
    #expect(page.turned.items != page.items)
  }

  @Test func `marks stand upside down at the opposite place`() {
    let turned = page().turned
    #expect(turned.side == .back && turned.sheet == 3)
    #expect(
      turned.frame(ofBox: "9")
        == Rect(x: .mm(206), y: .mm(291), width: .mm(3), height: .mm(4)))
    for item in turned.items(of: .data) + turned.items(of: .note) {
      switch item {
      case .text(let text) where text.source == "样张":
        #expect(text.rotation == 208 && text.origin == Point(x: .mm(150), y: .mm(217)))
      case .text(let text):
        #expect(text.rotation == 180 && text.origin == Point(x: .mm(188.5), y: .mm(257)))
      case .image(let image):
        #expect(image.isTurned && image.frame.origin == Point(x: .mm(159), y: .mm(127)))
      case .modules(let grid): #expect(grid.modules == [true, true, false, true])
      case .path, .mask: Issue.record("none is on these layers")
      }
    }
  }

  @Test func `the turned template is made once`() {
    let page = page()
    #expect(page.turned.template === page.turned.template)
    #expect(page.turned.template.hash != page.template.hash)
  }
}
