/// Number and kind of packages as the forms print them (S2-101, forms-2.md 6.1).
package enum PackagesText {
  /// The description of an item with its packages.
  ///
  /// English puts the packages first: `THREE (3) CARTONS OF BICYCLE PARTS`. Chinese puts them last:
  /// `自行车零件，180箱`. Total packing (总包装) prints the name only, bulk the name with `IN BULK` or
  /// `散装`. The unit is printed as typed.
  package static func item(_ item: GoodsItem, language: FormKind.Language) -> String {
    guard !item.isNote, let packages = item.packages else { return item.description }
    switch (packages.packing, language) {
    case (.total, _): return item.description
    case (.bulk, .english): return "\(item.description) IN BULK"
    case (.bulk, .chinese): return "\(item.description)，散装"
    case (.counted, _):
      guard let count = packages.count, let unit = packages.unit else { return item.description }
      let text = counted(count, unit, language)
      return language == .english
        ? "\(text) OF \(item.description)" : "\(item.description)，\(text)"
    }
  }

  /// The closing total: `TOTAL: EIGHTY TWO (82) CARTONS ONLY.`, in Chinese `合计：82箱`.
  ///
  /// Every stated count takes part, that of a total packing too. Different units are listed in the
  /// order of their first item, joined with AND: `TWO (2) CARTONS AND ONE (1) PALLETS`.
  ///
  /// - Returns: `nil` when no item states a count, or a sum has no words.
  package static func total(_ goods: [GoodsItem], language: FormKind.Language) -> String? {
    var sums: [(unit: String, count: Int)] = []
    for packages in goods.compactMap(\.packages) {
      guard let count = packages.count, let unit = packages.unit, count > 0 else { continue }
      if let index = sums.firstIndex(where: { $0.unit == unit }) {
        sums[index].count += count
      } else {
        sums.append((unit, count))
      }
    }
    guard !sums.isEmpty, sums.allSatisfy({ $0.count <= NumberWords.largest }) else { return nil }
    let texts = sums.map { counted($0.count, $0.unit, language) }
    return language == .english
      ? "TOTAL: \(texts.joined(separator: " AND ")) ONLY." : "合计：\(texts.joined(separator: "、"))"
  }

  private static func counted(_ count: Int, _ unit: String, _ language: FormKind.Language)
    -> String
  {
    language == .english
      ? "\(NumberWords.english(count)) (\(count)) \(unit)" : "\(count)\(unit)"
  }
}
