package import Devices
import Diagnostics
package import PrintDesk
import Store

/// How long the forms of a stack are, found with runs of forms that people read.
extension Calibrating {
  /// Keeps the length of forms that readings of a first run give.
  ///
  /// - Returns: what is kept.
  /// - Throws: ``Refusal`` for readings that make no sense, and for who is not enrolled.
  package func keep(
    _ readings: [FormReading], ofRun subject: CalibrationSubject, by person: Identification
  ) async throws -> KeptFormPitch {
    let act = try await act(of: person)
    let place = try await place(of: subject)
    let made = KeptFormPitch(
      try FormPitchFit(readings, ofRun: subject.forms ?? 0), from: readings,
      at: try Self.pitchPlace(of: subject, at: place), by: act)
    try await office.store.write { try $0.calibrations.keep(made) }
    return made
  }

  /// Compares readings of a second run with the length that is kept, which is confirmed when they agree.
  ///
  /// - Returns: what they say, and what is kept by then.
  /// - Throws: ``Refusal`` where nothing is kept, and for who is not enrolled.
  package func check(
    _ readings: [FormReading], ofRun subject: CalibrationSubject, by person: Identification
  ) async throws -> (check: CalibrationCheck, kept: KeptFormPitch) {
    let act = try await act(of: person)
    let kept = try await keptPitch(for: subject, at: try await place(of: subject))
    let forms = subject.forms ?? 0
    let check = CalibrationCheck(
      try FormPitchFit(readings, ofRun: forms), after: kept.fit, over: forms)
    guard check == .confirmed else { return (check, kept) }
    let confirmed = kept.confirmed(by: act)
    try await office.store.write { try $0.calibrations.keep(confirmed) }
    return (check, confirmed)
  }

  /// The lengths of forms that are kept for a printer; for every one when none is named.
  package func formPitches(at printer: String?) async throws -> [KeptFormPitch] {
    if let printer { _ = try await PrinterCare(office).printer(printer) }
    return try await office.store.read { try $0.calibrations.formPitches() }
      .filter { printer == nil || $0.place.tray.printer == printer }
  }
}
