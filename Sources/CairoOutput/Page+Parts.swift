import DisplayList

/// A part of a page that is drawn with nothing of another kind between.
enum PagePart: Hashable {
  /// Layers of the template, the same for every certificate.
  case template([Layer])
  /// Marks of the page itself.
  case own([PageItem])
}

extension Page {
  /// The marks of a content in drawing order: as few and as large parts as the order allows.
  func parts(of content: Content) -> [PagePart] {
    var parts: [PagePart] = []
    var waiting: [Layer] = []
    var own: [PageItem] = []
    func flushTemplate() {
      if !waiting.isEmpty { parts.append(.template(waiting)) }
      waiting = []
    }
    func flushOwn() {
      if !own.isEmpty { parts.append(.own(own)) }
      own = []
    }
    for layer in Layer.drawingOrder where content.layers.contains(layer) {
      if !template.items[layer].isEmpty {
        flushOwn()
        waiting.append(layer)
      }
      if !items[layer].isEmpty {
        flushTemplate()
        own += items[layer]
      }
    }
    flushTemplate()
    flushOwn()
    return parts
  }
}
