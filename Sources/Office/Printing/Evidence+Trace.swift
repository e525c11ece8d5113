import PrintDesk
import Printers

extension Evidence {
  /// What a printer that failed after the burning says: nobody knows what arrived.
  init(_ error: PrinterError) {
    self = .none
    jobReasons = [error.code.rawValue]
  }

  /// What was seen of a job.
  init(_ trace: JobTrace) {
    self.init(
      source: trace.job.printer.isQueue ? .queue : .printer,
      isOutcomeKnown: trace.finalState != nil, jobState: trace.last?.state.rawValue,
      jobReasons: trace.reasons + (trace.error.map { [$0.code.rawValue] } ?? []),
      impressions: trace.impressionsCompleted, printerReasons: trace.printerReasons,
      hasRebooted: trace.hasRestarted, isSameJob: trace.hasKeptUUID ?? true)
  }
}
