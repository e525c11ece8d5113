import Crypto
package import Diagnostics
import Foundation

/// The printer itself: its jobs, its paper path and what goes wrong in it.
///
/// Knows nothing of connections; ``PrinterServer`` brings it requests.
package actor Machine {
  /// Why the printer stands still, and until when.
  struct Trouble: Sendable {
    /// Values of `printer-state-reasons`.
    let reasons: [String]
  }

  let settings: MachineSettings
  private let log: SheetLog
  private let boot = ContinuousClock()

  var trays: [Tray]
  var faults: [Fault]
  /// Jobs in memory by their ordinals.
  var jobs: [Int: QueuedJob] = [:]
  /// Jobs made since the program began.
  var made = 0
  var nextID = 1
  var trouble: Trouble?
  var isPaused = false
  /// The ordinal of the job in the paper path.
  var current: Int?
  /// Counts power cycles, so that what ran before one ends after it.
  var epoch = 0
  /// Seconds without power, from the moment the power went.
  var outage: Double?
  var isEnded = false
  /// Why the printer ended itself.
  private(set) var failure: Refusal?
  /// The sheet that is being printed.
  var inPath: SheetInPath?
  /// The port once it is known.
  var port: Int
  /// Faults of one job that have happened.
  var happened: Set<HappenedFault> = []
  private var bootTime: ContinuousClock.Instant
  private var firstUpTime: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// A printer with power, not yet working; see ``run()``.
  ///
  /// - Throws: ``Refusal`` when trays share a name or the log cannot be written.
  package init(_ settings: MachineSettings) throws(Refusal) {
    guard Set(settings.trays.map(\.name)).count == settings.trays.count else {
      throw Refusal(Diagnostic(at: .field("tray"), Wording.repeatedTray))
    }
    self.settings = settings
    log = try SheetLog(settings.log)
    trays = settings.trays
    faults = settings.faults
    port = settings.port
    bootTime = boot.now
    firstUpTime = settings.upTime
  }

  /// `printer-up-time` in seconds, never less than 1.
  var upTime: Int { firstUpTime + Int((boot.now - bootTime) / .seconds(1)) }

  /// The printer's URI, such as `ipp://127.0.0.1:8631/ipp/print`.
  package var uri: String { "ipp://\(settings.host):\(port)\(PrinterServer.path)" }

  func listens(at port: Int) { self.port = port }

  /// Waits until something changes: a job, a command, the power.
  func change() async {
    guard !isEnded else { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Wakes everything that waits for a change.
  func changed() {
    let all = waiting
    waiting = []
    for continuation in all { continuation.resume() }
  }

  /// Ends the printer for good.
  package func end() {
    isEnded = true
    changed()
  }

  /// Returns at the printer's end.
  func ended() async {
    while !isEnded { await change() }
  }

  /// Takes the power away: the jobs are gone, the line is dead for so many seconds.
  func cutPower(_ seconds: Double) {
    if let inPath { record(inPath.sheet, inPath.run, inPath.paper, .halfPrinted) }
    inPath = nil
    epoch += 1
    jobs = [:]
    nextID = 1
    trouble = nil
    isPaused = false
    current = nil
    outage = seconds
    changed()
  }

  /// Gives the power back.
  func restorePower() {
    outage = nil
    bootTime = boot.now
    firstUpTime = 1
    changed()
  }

  /// Returns when the power goes, with the seconds it stays away, or `nil` at the printer's end.
  func powerLoss() async -> Double? {
    while outage == nil, !isEnded { await change() }
    return isEnded ? nil : outage
  }

  /// Writes a sheet down; a log that cannot be written ends the printer, as its word would be lost.
  func write(_ record: SheetRecord) {
    do {
      try log.add(record)
    } catch {
      failure = Refusal(
        Diagnostic(
          at: Place(file: settings.log?.path(percentEncoded: false)),
          Wording.cannotWrite(settings.log?.lastPathComponent ?? "")))
      end()
    }
  }

  /// Changes a job, if it is still in memory.
  func update(_ ordinal: Int, _ body: (inout QueuedJob) -> Void) {
    guard var job = jobs[ordinal] else { return }
    body(&job)
    jobs[ordinal] = job
    changed()
  }

  /// Ends a job with its state and reason, unless it has ended.
  func finish(_ ordinal: Int, _ state: QueuedJob.State, _ reason: String, _ message: String = "") {
    let now = upTime
    update(ordinal) { job in
      guard !job.state.isFinal else { return }
      job.state = state
      job.reasons = [reason]
      job.message = message
      job.ended = now
      job.document = []
    }
  }

  /// Puts a document into a job and lets it print.
  func put(_ document: [UInt8], format: String?, into ordinal: Int) {
    let formats = settings.formats
    update(ordinal) { job in
      job.document = document
      let stated = format == Self.anyFormat ? nil : format
      job.format = stated ?? formats.first { $0 == Self.format(of: document) }
      job.sha256 = SHA256.hash(data: document).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
      job.pages =
        PageCount.pages(document, job.format ?? "") ?? job.statedImpressions
      keep(document, as: job.sha256)
    }
  }

  /// Keeps a document for whoever looks at it later; without it the printer prints all the same.
  private func keep(_ document: [UInt8], as name: String) {
    guard let file = settings.documents?.appending(path: name) else { return }
    try? Data(document).write(to: file)
  }

  /// The MIME type that asks the printer to look for itself (RFC 8011 section 5.1.10).
  static let anyFormat = "application/octet-stream"

  /// MIME types taken.
  var formats: [String] { settings.formats + [Self.anyFormat] }

  /// The MIME type by the document's first bytes.
  private static func format(of document: [UInt8]) -> String? {
    if document.starts(with: "%PDF-".utf8) { return "application/pdf" }
    return document.starts(with: "RaS2".utf8) ? "image/pwg-raster" : nil
  }
}

/// A fault that has happened to a job.
struct HappenedFault: Hashable, Sendable {
  let ordinal: Int
  let fault: Fault
}
