/// One form as its bytes say it comes out.
package struct SheetReading: Hashable, Sendable {
  /// The passes of the head from top to bottom.
  package let lines: [PlanLine]
  /// The top of the form below the first form's, in units of 1/360 inch.
  package let top: Int
  /// The end of the feed that ejects it, from the same place.
  package let end: Int
}
