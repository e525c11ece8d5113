/// What one pass over the printer marks of a sheet: its side plan (S2-130).
package enum Sides: String, CaseIterable, Sendable {
  /// The front alone.
  case front
  /// The back alone, of a sheet that was turned by hand.
  case back
  /// Both, by a printer that turns the sheet itself.
  case duplex

  /// How many sides of paper the printer has to report as marked.
  package var impressions: Int { self == .duplex ? 2 : 1 }
}
