import Certificates

/// One entry of a table: a goods item, a material, or a material beside its item.
package struct TableRow: Hashable, Sendable {
  /// The index of the goods item.
  package let item: Int
  /// The index of the material; `nil` in a row without one.
  package let material: Int?
  /// Whether the row shows all of the item; further materials of an item show its number only.
  package let showsItem: Bool

  /// A row from the indices of its goods item and of its material, if it has one.
  package init(item: Int, material: Int? = nil, showsItem: Bool = true) {
    self.item = item
    self.material = material
    self.showsItem = showsItem
  }
}

extension BoundForm {
  /// The entries of a table, in printing order.
  package func rows(of table: GoodsTable) -> [TableRow] {
    switch table.rows {
    case .goods: certificate.goods.indices.map { TableRow(item: $0) }
    case .materials: materialRows
    }
  }

  private var materialRows: [TableRow] {
    let goods = certificate.goods.indices.filter { !certificate.goods[$0].isNote }
    guard !certificate.materials.isEmpty else { return goods.map { TableRow(item: $0) } }
    return goods.enumerated().flatMap { number, item in
      let materials = certificate.materials.indices.filter {
        certificate.materials[$0].item == number + 1
      }
      return materials.map { material in
        TableRow(item: item, material: material, showsItem: material == materials.first)
      }
    }
  }
}
