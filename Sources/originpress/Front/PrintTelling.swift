import Diagnostics
import Foundation
import Glibc
import Notation
import Office
import PrintDesk
import Printers
import Synchronization

/// Tells on standard error how printing goes on: one line that changes on a terminal, a line for each
/// change elsewhere; an interrupt (Ctrl-C) asks the printer to cancel the job.
final class PrintTelling: Sendable {
  private let asJSON: Bool
  private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
  private let job = CancellableJob()
  private let applied = Mutex<PlaceCalibrations?>(nil)

  init(asJSON: Bool) { self.asJSON = asJSON }

  /// What moves the sheets, as far as it was told.
  var calibrations: PlaceCalibrations? { applied.withLock { $0 } }

  /// Tells one event.
  func tell(_ event: Printing.Event) {
    switch event {
    case .calibrated(let known):
      applied.withLock { $0 = known }
      for calibration in known.known { write(CalibrationReport(calibration).line, stays: true) }
      if let pitch = known.formPitch { write(FormPitchReport(pitch).line, stays: true) }
    case .sent(let pass, let handle):
      job.begin(handle)
      write("\(pass.id): job \(handle.id)")
    case .progress(let pass, let status): write("\(pass.id): \(Self.text(of: status))")
    case .changed: break
    }
  }

  /// Ends the line on a terminal, and gives the interrupt back.
  func end() {
    job.end()
    if isTerminal, !asJSON { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private static func text(of status: JobStatus) -> String {
    let sides = status.impressions.map { "/\($0)" } ?? ""
    let count = status.impressionsCompleted.map { " \($0)\(sides)" } ?? ""
    let notes = status.printerReasons + (status.message.map { [$0] } ?? [])
    let reasons = notes.filter { !$0.isEmpty }.joined(separator: ", ")
    let hint = status.hint.map { "; " + $0.text(in: Outside.language) } ?? ""
    return status.state.rawValue + count + (reasons.isEmpty ? "" : " (\(reasons))") + hint
  }

  /// Writes a line; on a terminal the next one takes its place unless it stays.
  private func write(_ text: String, stays: Bool = false) {
    guard !asJSON else { return }
    let line = isTerminal ? "\r\u{1B}[K\(text)\(stays ? "\n" : "")" : text + "\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}

extension JobStatus {
  /// What a person at the printer can do; `nil` for nothing.
  var hint: Message? {
    state == .processingStopped && printerReasons.contains(RawPrinter.held)
      ? Wording.heldByPrinter : nil
  }
}
