import Devices
import Diagnostics
import DisplayList
import PrintDesk
import Printers

/// A printer with its profile and the tray that is printed from.
struct PrintingPlace: Sendable {
  let printer: DeskPrinter
  let profile: DeviceProfile
  /// IPP `media-source` keyword; `nil` for a printer with one tray.
  let source: PaperSource?

  /// - Throws: ``Refusal`` for a tray that the profile does not know.
  init(
    _ printer: DeskPrinter, profile: DeviceProfile, tray: String?
  ) throws(Refusal) {
    self.printer = printer
    self.profile = profile
    guard let tray else {
      source = profile.sources.first
      return
    }
    source = profile.sources.first { $0.name == tray }
    guard source != nil else {
      throw Refusal(
        Diagnostic(
          at: .field("tray"), Wording.unknownTray(tray, printer.name),
          hint: Wording.trays(profile.sources.map(\.name))))
    }
  }

  /// The tray as stock is loaded into it.
  var tray: Tray { Tray(printer: printer.name, name: source?.name ?? "") }

  /// Whether each sheet in it has a number.
  var isNumbered: Bool { source?.stock == .numbered }

  /// Whether forms come in one strip, so that their lengths add up.
  var isInStrip: Bool { source?.isContinuous == true }

  /// A job at the place; what goes as the printer's own language states paper and sides itself.
  func ticket(named name: String, _ sides: Sides) -> JobTicket {
    guard profile.dotMatrix == nil else { return JobTicket(name: name) }
    return JobTicket(
      name: name, media: profile.media.first, source: source?.name,
      sides: sides == .duplex ? .twoSidedLongEdge : .oneSided, margins: profile.margins)
  }

  /// Numbered sheets are forms already, so that only what is filled in is printed (套打).
  var content: Content { isNumbered ? .overlay : .full }
}
