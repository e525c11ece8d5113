import Diagnostics
import DisplayList
import Forms
import Measures

/// Sets the sheets of a layout that shows no certificate: only its own words and the sheets' numbers.
struct PlainSheets {
  let layout: Layout
  let context: FieldContext
  let templates: Typesetter
  let setter: TextSetter

  /// So many sheets with front and, where the layout has one, back.
  func document(count: Int) throws(Refusal) -> Document {
    var pages: [Page] = []
    for sheet in 1...count {
      let scope = Self.scope(sheet: sheet, of: count)
      pages.append(try page(layout.front, .front, sheet, scope))
      if let overleaf = layout.overleaf { pages.append(try page(overleaf, .back, sheet, scope)) }
    }
    return Document(title: layout.titleEnglish, language: layout.language.rawValue, pages: pages)
  }

  private static func scope(sheet: Int, of count: Int) -> FieldScope {
    FieldScope { path, _ in
      switch path {
      case "page.number": (String(sheet), path)
      case "page.count": (String(count), path)
      default: nil
      }
    }
  }

  private func page(
    _ face: Face, _ side: Page.Side, _ sheet: Int, _ scope: FieldScope
  ) throws(Refusal) -> Page {
    let name = side == .front ? "front" : "overleaf"
    let template = try templates.template(of: face, named: name, layout, context)
    var page = Page(template: template, items: LayeredItems(), side: side, sheet: sheet)
    for element in face.texts {
      guard case .shown(let pattern) = element.words else { continue }
      let result = try setter.set(
        pattern.text(in: scope), in: element.frame, style: layout.style(element.style),
        wraps: element.wraps, vertical: element.vertical, box: nil)
      guard result.rest.isEmpty else {
        throw Refusal(Diagnostic(at: pattern.place, Wording.fixedTextTooLong(result.rest)))
      }
      for item in result.items { page.items.append(.text(item), to: .data) }
    }
    return page
  }
}
