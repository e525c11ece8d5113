import Devices
import Diagnostics
import Foundation
import Measures
import Notation
import PrintDesk

/// A calibration, for people and for scripts.
struct CalibrationReport {
  private let kept: KeptCalibration

  init(_ kept: KeptCalibration) { self.kept = kept }

  /// Where the calibration holds and how far it moves the middle of a sheet, on one line.
  var line: String {
    let state =
      kept.doubt.map { Wording.awaitsConfirmation($0) } ?? Wording.calibrationConfirmed
    let words = [Wording.shift(shift), state].map { $0.text(in: Outside.language) }
    return ([name] + words).joined(separator: "  ")
  }

  /// The line, and what was found from how many readings by whom.
  var text: String {
    let found = Wording.calibrationFound(
      readings: kept.readings.count, residual: kept.fit.residual, by: kept.made.by)
    return line + "\n  " + found.text(in: Outside.language)
  }

  /// The calibration as JSON, in millimetres.
  var json: JSONValue {
    .object([
      "printer": .text(place.tray.printer), "tray": .text(place.tray.name),
      "series": place.series.map { .text($0) }, "side": .text(place.side.rawValue),
      "shift": Self.json(shift), "deviation": Self.json(kept.fit.deviation),
      "residual": Self.number(kept.fit.residual.mm),
      "readings": .list(kept.readings.map(Self.json)),
      "madeBy": .text(kept.made.by), "madeAt": .integer(kept.made.at),
      "confirmedBy": kept.confirmed.map { .text($0.by) },
      "confirmedAt": kept.confirmed.map { .integer($0.at) },
      "doubt": kept.doubt.map { .text($0.rawValue) },
    ])
  }

  private var place: CalibrationPlace { kept.place }

  private var shift: Point { kept.fit.calibration.shift(on: .a4) }

  private var name: String {
    [place.tray.printer, place.tray.name, place.series ?? "-", place.side.rawValue]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func json(_ map: Transform) -> JSONValue {
    .object([
      "xx": number(map.xx, 6), "xy": number(map.xy, 6), "yx": number(map.yx, 6),
      "yy": number(map.yy, 6), "dx": number(map.dx.mm), "dy": number(map.dy.mm),
    ])
  }

  private static func json(_ point: Point) -> JSONValue {
    .object(["x": number(point.x.mm), "y": number(point.y.mm)])
  }

  private static func json(_ reading: CalibrationReading) -> JSONValue {
    .object([
      "mark": .integer(reading.mark), "x": number(reading.read.x.mm),
      "y": number(reading.read.y.mm),
    ])
  }

  private static func number(_ value: Double, _ digits: Int = 3) -> JSONValue {
    .number(String(format: "%.\(digits)f", value))
  }
}
