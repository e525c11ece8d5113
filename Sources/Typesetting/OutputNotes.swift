import Diagnostics
import DisplayList
import Forms
import Measures

/// Sets what every page says about the output: status words, and the label of a duplicate or copy.
struct OutputNotes {
  let layout: Layout
  let context: FieldContext
  let setter: TextSetter

  /// The marks of the note layer.
  func items() throws(Refusal) -> [PageItem] {
    let words = try statusWords(context.statusWords)
    guard let label = context.outputLabel else { return words }
    return try words + line(label, in: layout.label.frame)
  }

  /// Large and aslant; in a printer's own font, which has neither, upright beside the label's place.
  private func statusWords(_ lines: [String]) throws(Refusal) -> [PageItem] {
    guard setter.printer != nil else {
      return try StatusWords(layout: layout, setter: setter).items(lines)
    }
    let label = layout.label.frame
    let left = layout.paper.width - label.right
    let free = Rect(
      x: left, y: label.top, width: label.left - left - Self.gap, height: label.height)
    return try line(lines.joined(separator: " "), in: free)
  }

  private func line(_ words: String, in frame: Rect) throws(Refusal) -> [PageItem] {
    let set = try setter.set(
      BoundText(words), in: frame, style: layout.style(layout.label.style), wraps: false,
      vertical: .middle, box: nil)
    guard set.rest.isEmpty else {
      let place = Place(file: layout.file, path: "label")
      throw Refusal(Diagnostic(at: place, Wording.fixedTextTooLong(words)))
    }
    return set.items.map(PageItem.text)
  }

  private static let gap = Length.mm(2)
}
