/// One pass of the pins: columns of 24 dots, three bytes each, the first pin in the highest bit.
package struct DotColumns: Hashable, Sendable {
  /// Three bytes for each column, from left to right.
  package let bytes: [UInt8]
  /// The number of columns.
  package var count: Int { bytes.count / 3 }

  /// Columns from their bytes, three for each.
  package init(bytes: [UInt8]) {
    precondition(bytes.count.isMultiple(of: 3), "a column of 24 dots has three bytes")
    self.bytes = bytes
  }

  /// Whether a pin strikes in a column.
  package func isStruck(column: Int, pin: Int) -> Bool {
    bytes[column * 3 + pin / 8] & (0x80 >> UInt8(pin % 8)) != 0
  }
}
