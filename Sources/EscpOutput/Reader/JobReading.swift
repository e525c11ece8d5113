/// A job as its bytes say it comes out, found by an interpreter that knows nothing of the encoder.
package struct JobReading: Hashable, Sendable {
  /// The forms in printing order.
  package let sheets: [SheetReading]
  /// Whether each line is struck twice.
  package let isDoubleStrike: Bool

  /// Reads a job.
  ///
  /// - Parameters:
  ///   - bytes: everything from the reset to the last form feed.
  ///   - startsInChineseMode: whether the printer may take bytes from 0x80 on for Chinese at first.
  /// - Throws: ``ReadingFault`` at the first byte that is no command of ours, or that moves paper or
  ///   head where they must not go.
  package init(
    _ bytes: [UInt8], startsInChineseMode: Bool = true
  ) throws(ReadingFault) {
    var interpreter = Interpreter(bytes, startsInChineseMode: startsInChineseMode)
    try interpreter.run()
    sheets = interpreter.sheets
    isDoubleStrike = interpreter.isDoubleStrike
  }
}
