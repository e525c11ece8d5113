/// A text as a cache key: equal only when the bytes are equal.
///
/// Swift's `==` takes é and e with an accent for the same, whose offsets differ.
struct TextKey: Hashable, Sendable {
  let text: String
  /// The role and weight, where the value depends on them.
  let order: FontCatalogue.OrderKey?

  static func == (a: Self, b: Self) -> Bool {
    a.order == b.order && a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(order)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
