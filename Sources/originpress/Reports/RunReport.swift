import Diagnostics
import Notation
import Office
import PrintDesk

/// An output with its sheets and passes, for people and for scripts.
struct RunReport {
  private let run: PrintRun
  /// What moved the sheets that were printed just now.
  private let calibrations: PlaceCalibrations?

  init(_ run: PrintRun, calibrations: PlaceCalibrations? = nil) {
    self.run = run
    self.calibrations = calibrations
  }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return print(text) }
    print(JSONWriter.text(json), terminator: "")
  }

  /// The output's line, a line for each sheet with its passes, and what is to be done next.
  var text: String {
    let sheets = run.sheets.map { sheet in
      let passes = run.passes(over: sheet.position).map {
        "\($0.sides.rawValue) \($0.state.rawValue)"
      }
      let stock = sheet.stock.map { " on \($0)" } ?? ""
      let cause = sheet.cause.map { " (\($0.rawValue))" } ?? ""
      return "  sheet \(sheet.position)\(stock)  \(sheet.state.rawValue)\(cause)  "
        + passes.joined(separator: ", ")
    }
    let next = Wording.next(after: run).map { ["  " + $0.text(in: Outside.language)] } ?? []
    return ([OutputReport(run.output).text] + sheets + next).joined(separator: "\n")
  }

  /// The run as JSON.
  var json: JSONValue {
    .object([
      "output": OutputReport(run.output).json,
      "sheets": .list(run.sheets.map(Self.json)), "passes": .list(run.passes.map(Self.json)),
      "toDecide": .list(run.sheetsToDecide.map { .text($0.id) }),
      "next": Wording.next(after: run).map { .text($0.key) },
      "calibrations": calibrations.map { .list($0.known.map { CalibrationReport($0).json }) },
      "formPitch": calibrations?.formPitch.map { FormPitchReport($0).json },
    ])
  }

  private static func json(_ sheet: Sheet) -> JSONValue {
    .object([
      "sheet": .text(sheet.id), "state": .text(sheet.state.rawValue),
      "series": sheet.paper.series.map { .text($0) }, "stock": sheet.stock.map { .text($0.text) },
      "cause": sheet.cause.map { .text($0.rawValue) },
      "decidedBy": sheet.decided.map { .text($0.by) }, "witness": sheet.witness.map { .text($0) },
    ])
  }

  private static func json(_ pass: Pass) -> JSONValue {
    .object([
      "pass": .text(pass.id), "sides": .text(pass.sides.rawValue),
      "state": .text(pass.state.rawValue), "job": pass.burn.map { .text($0.job) },
      "printer": pass.burn.map { .text($0.printer) },
      "printerJob": pass.printerJob.map { .integer($0) }, "evidence": pass.evidence.map(\.json),
      "failure": pass.failure.map { .text($0) },
    ])
  }
}
