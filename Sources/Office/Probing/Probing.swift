package import Certificates
package import Devices
package import Diagnostics
import DisplayList
import EscpOutput
package import Foundation
package import PrintDesk
package import Printers
import Typesetting

/// Finds what nobody knows of an impact printer, with sheets that people look at.
package struct Probing {
  private let workshop: any Workshop
  private let day: CalendarDate
  private let profile: DeviceProfile

  /// Probing of a printer.
  ///
  /// - Parameters:
  ///   - profile: what is known of it.
  ///   - workshop: layouts and fonts.
  ///   - day: the day whose layouts serve.
  /// - Throws: ``Refusal`` for a printer that is no impact printer.
  package init(
    _ profile: DeviceProfile, with workshop: any Workshop, on day: CalendarDate
  ) throws(Refusal) {
    guard profile.dotMatrix != nil else {
      throw Refusal(Diagnostic(at: .field("device"), Wording.noPins(profile.name)))
    }
    (self.workshop, self.day, self.profile) = (workshop, day, profile)
  }

  /// A sheet as files: one, or of pictures one for each form.
  ///
  /// - Throws: ``Refusal`` for what the printer cannot print.
  package func files(of sheet: ProbeSheet, as file: SheetFile) throws -> [Data] {
    let document = try document(of: sheet)
    switch file {
    case .pdf:
      let pages = document.pages.map { $0.calibrated(for: .none, content: .full) }
      return [
        try PagePrinting(workshop, at: profile)
          .pdf(of: pages, title: document.title, language: document.language, sides: .front)
      ]
    case .escp: return [try bytes(of: sheet)]
    case .png:
      return try jobs(of: sheet, document).flatMap { job, page, printing in
        try printing.pictures(of: job, on: [page], resolution: SheetFile.resolution)
      }
    }
  }

  /// A sheet as it goes to a printer of the desk, and the job it goes as.
  ///
  /// - Throws: ``Refusal`` also where numbered sheets lie: one of them would be missing in the account.
  package static func job(
    of sheet: ProbeSheet, at printer: DeskPrinter, in office: OfficeContext
  ) async throws -> (document: PrintDocument, ticket: JobTicket) {
    let profile = try office.workshop.device(printer.profile)
    let place = try PrintingPlace(printer, profile: profile, tray: nil)
    try await Calibrating(office).checkTray(of: place)
    let probing = try Probing(profile, with: office.workshop, on: office.surroundings.today())
    return (
      PrintDocument(raw: try probing.bytes(of: sheet)),
      place.ticket(named: "probe \(sheet.rawValue)", .front)
    )
  }

  /// The bytes of all forms, one job each.
  private func bytes(of sheet: ProbeSheet) throws -> Data {
    try jobs(of: sheet, try document(of: sheet)).reduce(into: Data()) { $0 += $1.job.bytes }
  }

  private typealias FormJob = (job: PrintJob, page: Page, printing: PagePrinting)

  private func jobs(of sheet: ProbeSheet, _ document: Document) throws -> [FormJob] {
    try zip(sheet.variants(of: profile), document.pages).map { variant, page in
      let printing = PagePrinting(workshop, at: variant)
      let job = try printing.strikes(of: [page.calibrated(for: .none, content: .full)])
      return (job, page, printing)
    }
  }

  private func document(of sheet: ProbeSheet) throws -> Document {
    let run = FormRun(
      of: try workshop.layout(form: "probe-\(sheet.rawValue)", day: day),
      context: try workshop.plainContext(day: day),
      setBy: try workshop.typesetter(device: profile.name))
    return try run.document(
      named: profile.title, forms: sheet.variants(of: profile).count, on: profile.medium,
      characters: sheet.entries)
  }
}
