package import Devices
import Diagnostics
import DisplayList
package import Foundation
import Measures
package import PrintDesk
package import Printers
import Store

/// How far printers print off, found with sheets that people read (dotmatrix.md 4.2).
///
/// A sheet is printed without a calibration and read; what is kept then is confirmed by a second sheet, which
/// is printed with it.
package struct Calibrating {
  let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  // MARK: Sheets

  /// A sheet as files.
  ///
  /// - Parameters:
  ///   - subject: what is calibrated.
  ///   - isSecond: whether it is moved by the calibration that is kept.
  ///   - file: what it is written as.
  /// - Returns: the files, of pictures one for each page.
  /// - Throws: ``Refusal`` for what does not go together, and for a second sheet where nothing is kept.
  package func files(
    of subject: CalibrationSubject, isSecond: Bool, as file: SheetFile
  ) async throws -> [Data] {
    let place = try await place(of: subject)
    return try await sheet(of: subject, at: place, isSecond: isSecond)
      .files(
        as: file, with: PagePrinting(office.workshop, at: place.profile),
        isImpact: place.profile.dotMatrix != nil)
  }

  /// A sheet as it goes to its printer, and the job it goes as.
  ///
  /// - Throws: ``Refusal`` also for a tray in which numbered sheets lie: a sheet on one of them would be
  ///   missing in the account.
  package func job(
    for subject: CalibrationSubject, isSecond: Bool
  ) async throws -> (printer: DeskPrinter, document: PrintDocument, ticket: JobTicket) {
    let place = try await place(of: subject)
    try await checkTray(of: place)
    let sheet = try await sheet(of: subject, at: place, isSecond: isSecond)
    let printed = try sheet.document(with: PagePrinting(office.workshop, at: place.profile))
    let ticket = place.ticket(
      named: "calibration \(place.tray.name) \(subject.side.rawValue)", sheet.sides)
    return (place.printer, printed, ticket)
  }

  private func sheet(
    of subject: CalibrationSubject, at place: PrintingPlace, isSecond: Bool
  ) async throws -> SheetPrint {
    if let forms = subject.forms {
      return try await run(of: forms, subject, at: place, isSecond: isSecond)
    }
    let known = isSecond ? try await kept(for: subject, at: place) : nil
    let calibrations = PlaceCalibrations(
      known.map { [$0] } ?? [], turning: place.profile.turning)
    let sides = try Self.sides(of: subject, at: place)
    let document = try CalibrationPages(subject, at: place, in: office)
      .document(movedBy: known?.fit)
      .part(ofSheet: 1, sides, turning: place.profile.turning)
    return SheetPrint(
      title: document.title, language: document.language,
      pages: document.pages.map { calibrations.apply(to: $0, content: .full) }, sides: sides,
      formLength: try await formLength(of: document, subject, at: place))
  }

  func formLength(
    of document: Document, _ subject: CalibrationSubject, at place: PrintingPlace
  ) async throws -> Length? {
    guard let stated = document.pages.first?.size.height else { return nil }
    return try await office.store.read { unit in
      stated.corrected(by: try place.formPitch(carrying: subject.series, in: unit))
    }
  }

  /// A back is printed as those of certificates are.
  private static func sides(
    of subject: CalibrationSubject, at place: PrintingPlace
  ) throws(Refusal) -> Sides {
    guard subject.side == .back else { return .front }
    let plan = try SheetPlan([.duplex], at: place.profile)
    return plan.passes[0].contains(.back) ? .back : .duplex
  }

  func checkTray(of place: PrintingPlace) async throws {
    guard place.isNumbered else { return }
    let tray = place.tray
    let isEmpty = try await office.store.read { unit in
      try unit.stock.top(of: tray) == nil && unit.stock.bound(in: tray).isEmpty
    }
    guard isEmpty else {
      throw Refusal(
        Diagnostic(
          at: .field("tray"), Wording.trayHoldsStock(tray.name), hint: Wording.emptyTray))
    }
  }

  // MARK: Readings

  /// The marks of the sheet.
  package func marks(of subject: CalibrationSubject) async throws -> CalibrationMarks {
    try CalibrationPages(subject, at: try await place(of: subject), in: office).marks
  }

  /// Keeps the calibration that readings of a first sheet give.
  ///
  /// - Returns: what is kept.
  /// - Throws: ``Refusal`` for readings that make no sense, and for who is not enrolled.
  package func keep(
    _ values: [MarkReading], for subject: CalibrationSubject, by person: Identification
  ) async throws -> KeptCalibration {
    let act = try await act(of: person)
    let place = try await place(of: subject)
    let readings = try readings(values, of: subject, at: place)
    let fit = try CalibrationFit(readings, canTilt: place.profile.dotMatrix == nil)
    let made = KeptCalibration(
      fit, from: readings, at: try subject.place(at: place), by: act)
    try await office.store.write { try $0.calibrations.keep(made) }
    return made
  }

  /// Compares readings of a second sheet with the calibration, which is confirmed when they agree.
  ///
  /// - Returns: what they say, and what is kept by then.
  /// - Throws: ``Refusal`` where nothing is kept, and for who is not enrolled.
  package func check(
    _ values: [MarkReading], of subject: CalibrationSubject, by person: Identification
  ) async throws -> (check: CalibrationCheck, kept: KeptCalibration) {
    let act = try await act(of: person)
    let place = try await place(of: subject)
    let kept = try await kept(for: subject, at: place)
    let check = CalibrationCheck(
      try readings(values, of: subject, at: place), after: kept.fit)
    guard check == .confirmed else { return (check, kept) }
    let confirmed = kept.confirmed(by: act)
    try await office.store.write { try $0.calibrations.keep(confirmed) }
    return (check, confirmed)
  }

  /// What is kept for a printer; for every one when none is named.
  package func all(at printer: String?) async throws -> [KeptCalibration] {
    if let printer { _ = try await PrinterCare(office).printer(printer) }
    return try await office.store.read { try $0.calibrations.calibrations() }
      .filter { printer == nil || $0.place.tray.printer == printer }
  }

  private func readings(
    _ values: [MarkReading], of subject: CalibrationSubject, at place: PrintingPlace
  ) throws -> [CalibrationReading] {
    let marks = try CalibrationPages(subject, at: place, in: office).marks
    return try values.map { try $0.reading(of: marks, isUponForm: subject.form != nil) }
  }

  private func kept(
    for subject: CalibrationSubject, at place: PrintingPlace
  ) async throws -> KeptCalibration {
    let meant = try subject.place(at: place)
    guard let kept = try await office.store.read({ try $0.calibrations.calibration(at: meant) })
    else {
      throw Refusal(
        Diagnostic(
          at: .field("printer"), Wording.notCalibrated(subject.printer),
          hint: Wording.calibrateFirst))
    }
    return kept
  }

  func place(of subject: CalibrationSubject) async throws -> PrintingPlace {
    let printer = try await PrinterCare(office).printer(subject.printer)
    let place = try PrintingPlace(
      printer, profile: try office.workshop.device(printer.profile), tray: subject.tray)
    _ = try subject.place(at: place)
    return place
  }

  func act(of person: Identification) async throws -> Act {
    let person = try await person.confirmed(as: .operator, by: office.store)
    return Act(by: person.id, at: office.surroundings.now())
  }
}
