import Diagnostics
import DisplayList
import Forms
import Measures

/// The frames of a face with their names, for people who make layouts.
struct ProofMarks {
  let layout: Layout
  let face: Face
  let setter: TextSetter

  func items() throws(Refusal) -> LayeredItems {
    var items = LayeredItems()
    for element in face.texts { try mark(element.frame, "", Self.text, &items) }
    for box in face.boxes {
      try mark(box.frame, box.id, Self.box, &items)
      for element in box.texts {
        try mark(element.frame.moved(by: box.frame.origin), "", Self.text, &items)
      }
    }
    for (column, frame) in face.table?.columnFrames ?? [] {
      try mark(frame, column.id, Self.box, &items)
    }
    for seal in face.seals { try mark(seal.frame, seal.role.rawValue, Self.seal, &items) }
    if let code = face.code { try mark(code.frame, "code", Self.seal, &items) }
    if let notes = face.notes { try mark(notes.frame, "notes", Self.box, &items) }
    return items
  }

  private func mark(
    _ frame: Rect, _ name: String, _ ink: Ink, _ items: inout LayeredItems
  ) throws(Refusal) {
    items.append(.path(.frame(frame, width: .mm(0.2), ink: ink)), to: .seal)
    guard !name.isEmpty else { return }
    let style = Style(
      font: "sans", isBold: true, size: .pt(6), minimum: .pt(4), leading: 1.1, alignment: .right,
      ink: ink)
    let inner = frame.inset(left: .mm(0.5), top: .mm(0.3), right: .mm(0.5))
    let set = try setter.set(
      BoundText("\(name) \(frame.left),\(frame.top) \(frame.width)×\(frame.height)"), in: inner,
      style: style, wraps: true, vertical: .bottom, box: nil)
    for item in set.items { items.append(.text(item), to: .seal) }
  }

  private static let box = Ink(red: 200, green: 30, blue: 30)
  private static let text = Ink(red: 60, green: 140, blue: 60)
  private static let seal = Ink(red: 40, green: 80, blue: 200)
}
