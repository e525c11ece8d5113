import Devices
import Diagnostics
import Foundation
import Glibc
import Measures
import Office

/// What was read of a calibration sheet: as typed behind `--reading`, or asked for mark by mark.
struct ReadingEntry {
  let marks: CalibrationMarks
  /// Whether ticks of brackets upon a form are read, not distances from the paper's edges.
  let isUponForm: Bool

  /// The readings of some texts; without any a terminal asks, and a mark that is left empty was not read.
  ///
  /// - Throws: ``Refusal`` for a text of another shape.
  func readings(_ texts: [String]) throws(Refusal) -> [MarkReading] {
    guard texts.isEmpty, isatty(STDIN_FILENO) == 1 else {
      return try texts.map { text throws(Refusal) in
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let mark = Int(parts[0]) else { throw Self.refusal(text) }
        return try reading(mark, String(parts[1]), of: text)
      }
    }
    return try asked()
  }

  private func asked() throws(Refusal) -> [MarkReading] {
    var readings: [MarkReading] = []
    for (index, place) in marks.places.enumerated() {
      let prompt = Wording.askMark(index + 1, place, isUponForm: isUponForm)
      FileHandle.standardError.write(Data(prompt.text(in: Outside.language).utf8))
      guard let line = readLine(), !line.isEmpty else { continue }
      readings.append(try reading(index + 1, line, of: line))
    }
    return readings
  }

  private func reading(
    _ mark: Int, _ values: String, of text: String
  ) throws(Refusal) -> MarkReading {
    let figures = values.replacing("，", with: ",").split(separator: ",")
      .map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard figures.count == 2, let x = figures[0], let y = figures[1],
      abs(x) < Self.most, abs(y) < Self.most
    else { throw Self.refusal(text) }
    return MarkReading(mark: mark, values: Point(x: .mm(x), y: .mm(y)))
  }

  /// No paper is larger, in millimetres.
  private static let most = 2000.0

  private static func refusal(_ text: String) -> Refusal {
    Refusal(Diagnostic(at: .field("reading"), Wording.noReading(text)))
  }
}
