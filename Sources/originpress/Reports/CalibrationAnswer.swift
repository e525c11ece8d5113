import Devices
import Diagnostics
import Notation
import PrintDesk

/// What readings gave: a calibration that is kept, or what a second sheet says about it.
struct CalibrationAnswer {
  private let kept: KeptCalibration
  /// What the second sheet says; `nil` for a first one.
  private let check: CalibrationCheck?

  init(_ kept: KeptCalibration, check: CalibrationCheck?) {
    self.kept = kept
    self.check = check
  }

  /// Writes the answer to standard output.
  func write(asJSON: Bool) {
    guard asJSON else {
      print(CalibrationReport(kept).text)
      if check == nil { print("  " + Wording.printSecondSheet.text(in: Outside.language)) }
      return
    }
    let answer: JSONValue = .object([
      "calibration": CalibrationReport(kept).json, "check": check.map { .text(Self.word($0)) },
    ])
    print(JSONWriter.text(answer), terminator: "")
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
