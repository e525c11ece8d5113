import ArgumentParser
import Diagnostics
import Foundation
import VirtualPrinter

/// Runs one virtual printer until it is ended.
@main
struct VirtualPrinterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virtual-printer",
    abstract: "A network printer in software that takes IPP jobs and can have every fault.",
    discussion: """
      The first line of output is the printer's URI, the second that of its raw port. Each sheet of paper becomes a line of JSON in
      the log: time, job, ordinal (jobs counted since the start), uuid, name, sheet, sides, tray,
      stock number, condition (good, jammed, half-printed, blank), SHA-256 of the document.

      EXAMPLES
        virtual-printer --log sheets.jsonl
        virtual-printer --port 8631 --tray tray-1 --tray 'tray-2 stock=CN000041 sheets=50'
        virtual-printer --resolution 1200 --resolution 600
        virtual-printer --raw-port 9100 --fault 'job=1 stall-at=2000 clear=30'
        virtual-printer --one-sided --tray tray-1 --tray 'manual hand=yes'
        virtual-printer --fault 'job=2 jam-after=1' --fault 'job=3 drop=end'
        curl -d 'fault job=4 jam-in=1 clear=2' http://127.0.0.1:8631/control
        curl http://127.0.0.1:8631/control         the printer, its trays and jobs in JSON

      FAULTS: job=N or job=all, one of these, and options; N counts jobs from 1 since the start
        jam-before=S jam-in=S jam-after=S          paper jam at sheet S: unmarked, half-printed, whole
        cover-before=S cover-in=S cover-after=S    the cover is opened
        empty-before=S                             the tray is empty
        stop-before=S stop-after=S                 somebody presses the pause button
        abort-before=S abort-in=S abort-after=S    the printer gives the job up
        power-cycle-before=S …-in=S …-after=S      jobs gone, numbers from 1, up-time from 1
        double-feed=S                              the next sheet comes out too, unmarked
        drop=end drop=middle                       the line is cut after all bytes, or half-way
        slow=SECONDS silent=yes                    the answer comes late, or never
        prints-nothing=yes                         reported complete, no sheet comes out
        says=N                                     reports N impressions at the end
        prints-twice=yes                           each sheet twice, reported once
        new-uuid=yes                               another job-uuid while it prints
        stall-at=BYTE cut-at=BYTE                  of a raw connection: out of paper, or cut
        reuse-id=yes                               the job-id of the job before, which is forgotten
        clear=SECONDS                              gets over it by itself; else 'clear' is awaited
        recover=reprint|go-on|abort                what then becomes of the sheet
        down=SECONDS                               how long the power is away (0.5)
        on=create|document|status                  the request whose line is disturbed (document)

      COMMANDS to /control, one a line
        fault job=N …, faults-end, clear, stop, resume, power-cycle [down=SECONDS],
        load tray=NAME [sheets=N] [stock=NUMBER], feed tray=NAME [stock=NUMBER]
      """)

  @Option(help: "Port to listen on; 0 takes a free one.")
  var port = 0

  @Option(help: "Port for raw connections (AppSocket); none if left out, 0 takes a free one.")
  var rawPort: Int?

  @Option(help: "Address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The printer's name.")
  var name = "Virtual Printer"

  @Option(help: ArgumentHelp("Physical log to add to.", valueName: "file"))
  var log: String?

  @Option(help: ArgumentHelp("Folder to keep each document in, by its SHA-256.", valueName: "dir"))
  var documents: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A tray: NAME [media=PWG-NAME] [sheets=N] [stock=NUMBER] [hand=yes].",
      valueName: "tray"))
  var tray: [String] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("What goes wrong.", valueName: "fault"))
  var fault: [String] = []

  @Option(help: "Seconds for each sheet.")
  var secondsPerSheet = 0.2

  @Option(help: "printer-up-time in seconds at the start.")
  var upTime = 86_400

  @Option(
    parsing: .singleValue, help: "A MIME type to take; PDF and PWG raster when none is given.")
  var format: [String] = []

  @Option(
    parsing: .singleValue, help: "Dots per inch, best first; 600 and 300 when none is given.")
  var resolution: [Int] = []

  @Flag(help: "Cannot turn sheets by itself.")
  var oneSided = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
    guard (0...65_535).contains(rawPort ?? 0) else {
      throw ValidationError("--raw-port is 0 to 65535")
    }
    guard (0...3600).contains(secondsPerSheet) else {
      throw ValidationError("--seconds-per-sheet is 0 to 3600")
    }
    guard resolution.allSatisfy((72...9600).contains) else {
      throw ValidationError("--resolution is 72 to 9600")
    }
    guard (1...1_000_000_000).contains(upTime) else {
      throw ValidationError("--up-time is 1 to 1000000000")
    }
  }

  func run() async throws {
    do {
      let printer = try await PrinterServer.start(try settings())
      let raw = printer.rawPort.map { "socket://\(host):\($0)\n" } ?? ""
      FileHandle.standardOutput.write(Data("\(await printer.uri)\n\(raw)".utf8))
      try await printer.finished()
    } catch let refusal as Refusal {
      FileHandle.standardError.write(Data("\(refusal)\n".utf8))
      throw ExitCode(1)
    }
  }

  private func settings() throws(Refusal) -> MachineSettings {
    var settings = MachineSettings()
    settings.name = name
    settings.host = host
    settings.port = port
    settings.rawPort = rawPort
    settings.isDuplex = !oneSided
    settings.secondsPerSheet = secondsPerSheet
    settings.upTime = upTime
    settings.log = log.map { URL(filePath: $0) }
    settings.documents = documents.map { URL(filePath: $0, directoryHint: .isDirectory) }
    if !format.isEmpty { settings.formats = format }
    if !resolution.isEmpty { settings.resolutions = resolution }
    if !tray.isEmpty {
      settings.trays = try tray.map { text throws(Refusal) in try Tray(parsing: text) }
    }
    settings.faults = try fault.map { text throws(Refusal) in try Fault(parsing: text) }
    return settings
  }
}
