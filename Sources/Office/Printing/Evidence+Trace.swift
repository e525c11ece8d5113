import PrintDesk
import Printers

extension Evidence {
  /// What a printer that failed after the burning says: nobody knows what arrived.
  init(_ error: PrinterError) {
    self = .none
    jobReasons = [error.code.rawValue]
  }
}

extension Printer {
  /// Follows a job to its end and keeps everything that was seen on the way.
  func evidence(of job: JobHandle, tell: (JobStatus) -> Void) async -> Evidence {
    var seen = Evidence(source: address.isQueue ? .queue : .printer, isOutcomeKnown: false)
    do {
      for try await status in follow(job) {
        tell(status)
        seen.isOutcomeKnown = status.state.isFinal
        seen.jobState = status.state.rawValue
        seen.jobReasons = status.reasons
        seen.impressions = status.impressionsCompleted
        seen.printerReasons += status.printerReasons.filter { !seen.printerReasons.contains($0) }
      }
    } catch let error as PrinterError {
      seen.isOutcomeKnown = false
      seen.hasRebooted = error.code == .restarted
      seen.isSameJob = error.code != .jobForgotten
      seen.jobReasons.append(error.code.rawValue)
    } catch { seen.isOutcomeKnown = false }
    return seen
  }
}
