import ArgumentParser
import Certificates
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Typesetting

/// `pages`: the display list for other programs.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Writes the display list: every text with field, box and place in millimetres.",
    discussion: """
      EXAMPLES
        originpress pages c.json
        originpress pages c.json --text          one line a mark, for comparing
        originpress pages c.json --copy duplicate --on 2026-06-01
      """)

  @Argument(help: "The certificate's JSON file; '-' is standard input.")
  var file: String

  @Flag(help: "Lines of text instead of JSON.")
  var text = false

  @Option(help: "certificate, application (申请书), invoice (发票) or material (日本进料信息).")
  var document = DocumentKind.certificate

  @OptionGroup var copies: CopyOptions

  @Option(help: ArgumentHelp("Device profile of printers/ to set for.", valueName: "profile"))
  var device: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try document.check(copies.copy)
    let desk = FormDesk(press: try Press(shared), device: device, kind: document)
    let checked = try desk.certificate(from: InputFile.read(file), named: file)
    let rendition = try copies.rendition(of: checked.form.certificate, otherwise: .draft)
    let document = try desk.document(of: checked.form, as: rendition)
    if text {
      print(document.pages.flatMap(TextDump.lines).joined(separator: "\n"))
    } else {
      let json: JSONValue = ["pages": .list(document.pages.map(PageReport.json))]
      print(JSONWriter.text(json))
    }
  }
}

/// A page as `pages` shows it; lengths in millimetres with four decimals.
enum PageReport {
  static func json(_ page: Page) -> JSONValue {
    let boxes = page.template.boxes.merging(page.boxes) { _, own in own }
    let items = Layer.drawingOrder.flatMap { layer in
      page.items(of: layer).compactMap { json($0, layer) }
    }
    return [
      "side": .text(page.side.rawValue),
      "sheet": .integer(page.sheet),
      "width": json(page.size.width),
      "height": json(page.size.height),
      "boxes": .object(
        boxes.sorted { $0.key < $1.key }.map { JSONMember($0.key, json($0.value)) }),
      "items": .list(items),
    ]
  }

  private static func json(_ item: PageItem, _ layer: Layer) -> JSONValue? {
    switch item {
    case .text(let item):
      .object([
        "kind": "text", "layer": .text(layer.rawValue), "text": .text(item.source),
        "field": item.field.map(JSONValue.text), "box": item.box.map(JSONValue.text),
        "x": json(item.origin.x), "baseline": json(item.origin.y), "width": json(item.width),
        "size": json(item.size), "pitch": item.fixedPitch.map(json),
        "rotation": item.rotation == 0 ? nil : .number("\(item.rotation)"),
        "faces": .list(item.runs.map { .text($0.face.rawValue) }),
      ])
    case .image(let item):
      .object([
        "kind": "image", "layer": .text(layer.rawValue), "frame": json(item.frame),
        "rotation": item.isTurned ? .integer(180) : nil,
        "field": item.field.map(JSONValue.text), "box": item.box.map(JSONValue.text),
      ])
    case .mask(let item):
      .object([
        "kind": "mask", "layer": .text(layer.rawValue), "frame": json(item.frame),
        "rotation": item.isTurned ? .integer(180) : nil,
        "role": item.role.map { .text($0.rawValue) },
      ])
    case .modules(let grid):
      .object([
        "kind": "modules", "layer": .text(layer.rawValue), "text": .text(grid.source),
        "frame": json(grid.frame), "count": .integer(grid.count),
        "box": grid.box.map(JSONValue.text),
      ])
    case .path(let path):
      // The guilloche would drown everything else.
      layer == .background
        ? nil
        : .object([
          "kind": "path", "layer": .text(layer.rawValue), "box": path.box.map(JSONValue.text),
          "points": .list(points(path)),
        ])
    }
  }

  private static func points(_ path: PathItem) -> [JSONValue] {
    path.steps.flatMap { step -> [Point] in
      switch step {
      case .move(let point), .line(let point): [point]
      case .curve(let a, let b, let c): [a, b, c]
      case .close: []
      }
    }.map { .list([json($0.x), json($0.y)]) }
  }

  private static func json(_ rect: Rect) -> JSONValue {
    .list([json(rect.left), json(rect.top), json(rect.width), json(rect.height)])
  }

  private static func json(_ length: Length) -> JSONValue {
    .number(String(format: "%.4f", length.mm))
  }
}
