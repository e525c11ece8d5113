/// The number preprinted on a sheet 纸张号, with the series it belongs to: two forms may count alike.
package struct StockNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The series, such as the form code `L`.
  package let series: String
  /// The number as it stands on the paper, leading letters and zeros included.
  package let text: String

  /// A number of a series.
  package init(series: String, text: String) {
    self.series = series
    self.text = text
  }

  /// Its place among the forms of a continuous stack: what its last digits count.
  package var ordinal: Int {
    Int(String(text.reversed().prefix { ("0"..."9").contains($0) }.prefix(9).reversed())) ?? 0
  }

  /// By series, then shorter texts first, then by text: the order of counting.
  package static func < (a: StockNumber, b: StockNumber) -> Bool {
    (a.series, a.text.utf8.count, a.text) < (b.series, b.text.utf8.count, b.text)
  }

  /// `L 0001234`.
  package var description: String { "\(series) \(text)" }
}
