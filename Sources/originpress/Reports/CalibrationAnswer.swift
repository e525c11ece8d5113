import Devices
import Diagnostics
import Notation
import PrintDesk

/// What readings gave: something that is kept, or what a second print says about it.
struct CalibrationAnswer {
  private let text: String
  private let json: (key: String, value: JSONValue)
  private let next: Message
  /// What the second print says; `nil` for a first one.
  private let check: CalibrationCheck?

  /// The answer to readings of a sheet.
  init(_ kept: KeptCalibration, check: CalibrationCheck?) {
    let report = CalibrationReport(kept)
    (text, json, next) = (report.text, ("calibration", report.json), Wording.printSecondSheet)
    self.check = check
  }

  /// The answer to readings of a run of forms.
  init(_ kept: KeptFormPitch, check: CalibrationCheck?) {
    let report = FormPitchReport(kept)
    (text, json, next) = (report.text, ("formPitch", report.json), Wording.printSecondRun)
    self.check = check
  }

  /// Writes the answer to standard output.
  ///
  /// - Throws: ``Refusal`` for a second print that confirms nothing, after it was told.
  func write(asJSON: Bool) throws(Refusal) {
    if asJSON {
      let answer: JSONValue = .object([
        json.key: json.value, "check": check.map { .text(Self.word($0)) },
      ])
      print(JSONWriter.text(answer), terminator: "")
    } else {
      print(text)
      if check == nil { print("  " + next.text(in: Outside.language)) }
    }
    guard let check, check != .confirmed else { return }
    throw Refusal(Diagnostic(at: .field("reading"), Wording.checkFailed(check)))
  }

  private static func word(_ check: CalibrationCheck) -> String {
    switch check {
    case .confirmed: "confirmed"
    case .appliedTwice: "applied-twice"
    case .notApplied: "not-applied"
    case .off: "off"
    }
  }
}
