/// How much of the background goes: 0 keeps the faintest ink, 100 only the fullest (S2-45).
package struct Slider: Hashable, Sendable {
  /// From 0 to 100.
  package let value: Int

  /// The least error at the edges in synthetic scans.
  package static let standard = Slider(40)
  /// The positions there are.
  package static let range = 0...100

  /// A position from 0 to 100.
  package init(_ value: Int) {
    precondition(Self.range.contains(value), "a slider goes from 0 to 100")
    self.value = value
  }

  /// The part of full ink below which nothing stays.
  var low: Float { 0.02 + 0.30 * Float(value) / 100 }
  /// The part of full ink from which on all is covered.
  var high: Float { low + 0.62 - 0.10 * Float(value) / 100 }
}
