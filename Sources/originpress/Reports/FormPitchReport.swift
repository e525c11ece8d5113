import Devices
import Diagnostics
import Foundation
import Measures
import Notation
import PrintDesk

/// A length of forms, for people and for scripts.
struct FormPitchReport {
  private let kept: KeptFormPitch

  init(_ kept: KeptFormPitch) { self.kept = kept }

  /// Where it holds, how much longer the forms are, and what was found from how many readings by whom.
  var text: String {
    let found = Wording.formPitchFound(
      readings: kept.readings.count, residual: kept.fit.residual, by: kept.made.by)
    return line + "\n  " + found.text(in: Outside.language)
  }

  /// Where it holds, and how much longer the forms are.
  var line: String {
    let state =
      kept.doubt.map { Wording.awaitsConfirmation($0) } ?? Wording.calibrationConfirmed
    let name = [kept.place.tray.printer, kept.place.tray.name, kept.place.series ?? "-"]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let words = [Wording.formPitch(kept.fit.micrometres), state].map {
      $0.text(in: Outside.language)
    }
    return ([name] + words).joined(separator: "  ")
  }

  /// The length as JSON: `formPitch` in micrometres for each form, all else in millimetres.
  var json: JSONValue {
    .object([
      "printer": .text(kept.place.tray.printer), "tray": .text(kept.place.tray.name),
      "series": kept.place.series.map { .text($0) }, "formPitch": .integer(kept.fit.micrometres),
      "residual": Self.number(kept.fit.residual),
      "readings": .list(
        kept.readings.map {
          .object(["form": .integer($0.form), "y": Self.number($0.read)])
        }),
      "madeBy": .text(kept.made.by), "madeAt": .integer(kept.made.at),
      "confirmedBy": kept.confirmed.map { .text($0.by) },
      "confirmedAt": kept.confirmed.map { .integer($0.at) },
      "doubt": kept.doubt.map { .text($0.rawValue) },
    ])
  }

  private static func number(_ length: Length) -> JSONValue {
    .number(String(format: "%.3f", length.mm))
  }
}
