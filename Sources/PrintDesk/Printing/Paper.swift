/// What an output is printed on: two policies of one machine.
package enum Paper: Hashable, Sendable {
  /// Blank sheets, as enterprises print on themselves (自主打印, S2-127): a sheet has no name of its own
  /// and is known by the serial on it.
  case blank
  /// Preprinted stock of a series such as `L`: each sheet has a number, is bound to the output before
  /// it is burned, and is accounted for to its destruction.
  case numbered(series: String)

  /// The series of numbered stock; `nil` for blank sheets.
  package var series: String? {
    if case .numbered(let series) = self { series } else { nil }
  }
}
