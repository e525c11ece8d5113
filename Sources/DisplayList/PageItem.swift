/// A mark on a page at a fixed place.
package enum PageItem: Hashable, Codable, Sendable {
  case text(TextItem)
  case path(PathItem)
  case image(ImageItem)
  case modules(ModuleGrid)
  case mask(MaskItem)
}

/// The marks of a page, sorted by layer, in drawing order within each.
package struct LayeredItems: Hashable, Codable, Sendable {
  private var items: [Layer: [PageItem]] = [:]

  /// No marks on any layer.
  package init() {}

  /// The marks of one layer, in drawing order; empty when it has none.
  package subscript(layer: Layer) -> [PageItem] {
    get { items[layer] ?? [] }
    set { items[layer] = newValue.isEmpty ? nil : newValue }
  }

  /// Puts a mark on top of the others of its layer.
  package mutating func append(_ item: PageItem, to layer: Layer) {
    items[layer, default: []].append(item)
  }

  /// Reads the marks from an object with one list a layer; unknown layers are left out.
  package init(from decoder: any Decoder) throws {
    let named = try [String: [PageItem]](from: decoder)
    for (name, list) in named {
      guard let layer = Layer(rawValue: name) else { continue }
      items[layer] = list
    }
  }

  /// Writes the marks as an object with one list a layer, by the layer's name.
  package func encode(to encoder: any Encoder) throws {
    var named: [String: [PageItem]] = [:]
    for (layer, list) in items { named[layer.rawValue] = list }
    try named.encode(to: encoder)
  }
}
