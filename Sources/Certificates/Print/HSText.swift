/// HS codes as the forms print them (S2-98).
package enum HSText {
  /// The digits an item shows: as many as it asks for, else as many as its kind usually prints.
  package static func digits(_ item: GoodsItem, kind: FormKind) -> String? {
    let shown = item.hsDigits ?? kind.hsShown.first ?? kind.hsDigits
    return item.hs.map { String($0.prefix(shown)) }
  }

  /// The code with the dot of the trade: `95.06`, `8714.91`, `8714.9100`.
  package static func dotted(_ digits: String) -> String {
    let head = digits.count <= 4 ? 2 : 4
    guard digits.count > head else { return digits }
    return "\(digits.prefix(head)).\(digits.dropFirst(head))"
  }
}
