package import Devices
import Diagnostics
import DisplayList
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

  // MARK: The run

  /// A first run is as long as the medium says, a second one as the forms were found to be.
  func run(
    of forms: Int, _ subject: CalibrationSubject, at place: PrintingPlace, isSecond: Bool
  ) async throws -> SheetPrint {
    if isSecond { _ = try await keptPitch(for: subject, at: place) }
    let document = try FormRunPages(
      subject: subject, place: place, forms: forms, office: office
    ).document(isCorrected: isSecond)
    return SheetPrint(
      title: document.title, language: document.language,
      pages: document.pages.map { $0.calibrated(for: .none, content: .full) }, sides: .front,
      formLength: isSecond ? try await formLength(of: document, subject, at: place) : nil)
  }

  private func keptPitch(
    for subject: CalibrationSubject, at place: PrintingPlace
  ) async throws -> KeptFormPitch {
    let meant = try Self.pitchPlace(of: subject, at: place)
    guard let kept = try await office.store.read({ try $0.calibrations.formPitch(at: meant) })
    else {
      throw Refusal(
        Diagnostic(
          at: .field("printer"), Wording.notMeasured(subject.printer), hint: Wording.measureFirst))
    }
    return kept
  }

  private static func pitchPlace(
    of subject: CalibrationSubject, at place: PrintingPlace
  ) throws(Refusal) -> FormPitchPlace {
    let place = try subject.place(at: place)
    return FormPitchPlace(tray: place.tray, series: place.series)
  }
}
