import Devices
import Measures
import PrintDesk
import Store
import Support

extension KeptCalibration {
  /// That of a printer which prints so far to the right and down, in millimetres.
  static func off(
    right: Double, down: Double, _ side: CalibrationPlace.Side = .front,
    series: String? = StockDesk.series, tray: String = StockDesk.tray
  ) throws -> KeptCalibration {
    let off = Point(x: .mm(right), y: .mm(down))
    let readings = CalibrationMarks(on: .a4).places.enumerated().map {
      CalibrationReading(mark: $0 + 1, nominal: $1, read: $1 + off)
    }
    let place = CalibrationPlace(
      tray: PrintDesk.Tray(printer: PrintingDesk.printer, name: tray), series: series, side: side)
    return KeptCalibration(
      try CalibrationFit(readings, canTilt: true), from: readings, at: place,
      by: Act(by: "wang", at: 1))
  }
}

extension PrintingDesk {
  /// Keeps calibrations, as if somebody had read their sheets.
  func keep(_ calibrations: KeptCalibration...) async throws {
    try await place.store.write { unit in
      for calibration in calibrations { try unit.calibrations.keep(calibration) }
    }
  }

  /// All that are kept.
  func calibrations() async throws -> [KeptCalibration] {
    try await place.store.read { try $0.calibrations.calibrations() }
  }
}
