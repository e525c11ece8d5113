/// A mark on a page at a fixed place.
package enum PageItem: Hashable, Codable, Sendable {
  case text(TextItem)
  case path(PathItem)
  case image(ImageItem)
  case modules(ModuleGrid)
}

/// The marks of a page, sorted by layer, in drawing order within each.
package struct LayeredItems: Hashable, Codable, Sendable {
  private var items: [Layer: [PageItem]] = [:]

  package init() {}

  package subscript(layer: Layer) -> [PageItem] {
    get { items[layer] ?? [] }
    set { items[layer] = newValue.isEmpty ? nil : newValue }
  }

  package mutating func append(_ item: PageItem, to layer: Layer) {
    items[layer, default: []].append(item)
  }

  package init(from decoder: any Decoder) throws {
    let named = try [String: [PageItem]](from: decoder)
    for (name, list) in named {
      guard let layer = Layer(rawValue: name) else { continue }
      items[layer] = list
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var named: [String: [PageItem]] = [:]
    for (layer, list) in items { named[layer.rawValue] = list }
    try named.encode(to: encoder)
  }
}
