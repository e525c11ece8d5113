package import Foundation

/// What a virtual printer is like and what goes wrong in it.
package struct MachineSettings: Sendable {
  /// `printer-name` and the model's name.
  package var name = "Virtual Printer"
  /// The address to listen on; `127.0.0.1` keeps it on this machine.
  package var host = "127.0.0.1"
  /// The port to listen on; 0 asks the system for a free one.
  package var port = 0
  /// The port for raw connections, 0 for a free one; `nil` for a printer without any.
  package var rawPort: Int?
  /// MIME types of documents it takes, the usual one first.
  package var formats = ["application/pdf", "image/pwg-raster"]
  /// The trays, the usual one first; no two of the same name.
  package var trays = [Tray("tray-1")]
  /// Whether it turns sheets by itself.
  package var isDuplex = true
  /// Dots per inch it marks with.
  package var resolutions = [600, 300]
  /// How long a sheet takes.
  package var secondsPerSheet = 0.2
  /// `printer-up-time` in seconds when the program begins; a power cycle begins again at 1.
  package var upTime = 86_400
  /// Seconds after which a job without its document is given up.
  package var patience = 60
  /// The physical log to add to; none on disk when `nil`.
  package var log: URL?
  /// A folder for the documents it takes, each by its SHA-256; none is kept when `nil`.
  package var documents: URL?
  /// What goes wrong.
  package var faults: [Fault] = []

  /// A two-sided printer with one tray, without faults, on a free port of this machine.
  package init() {}
}
