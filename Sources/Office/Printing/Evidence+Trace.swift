import Foundation
import PrintDesk
import Printers

extension Evidence {
  /// What was learnt of a job.
  ///
  /// - Parameters:
  ///   - end: of the job.
  ///   - journal: the folder in which the guard of the printer's queue keeps its journal.
  init(_ end: JobEnd, guardedIn journal: String?) {
    switch end {
    case .lost(let error): self.init(error)
    case .traced(let trace):
      self.init(trace)
      if let journal { add(journal, of: trace.job) }
    case .silent(let reasons):
      self = .silent
      printerReasons = reasons
    }
  }

  /// What a printer that failed after the burning says: nobody knows what arrived.
  private init(_ error: PrinterError) {
    self = .none
    jobReasons = [error.code.rawValue]
  }

  /// What the guard of a queue wrote down of a job (printing.md §7): whether its printer was ever given it,
  /// and how that ended.
  private mutating func add(_ journal: String, of job: JobHandle) {
    do throws(PrinterError) {
      let entry = try OnceJournal(URL(filePath: journal)).entry(for: job.uuid ?? "")
      let end = entry.map { $0.status.map { "ended-\($0)" } ?? "end-unknown" }
      jobReasons.append(Self.guardWord + (end ?? "never-given"))
    } catch {
      jobReasons.append(Self.guardWord + "unreadable")
    }
  }

  /// What was seen of a job.
  private init(_ trace: JobTrace) {
    self.init(
      source: trace.job.printer.isQueue ? .queue : .printer,
      isOutcomeKnown: trace.finalState != nil, jobState: trace.last?.state.rawValue,
      jobReasons: trace.reasons + (trace.error.map { [$0.code.rawValue] } ?? []),
      impressions: trace.impressionsCompleted, printerReasons: trace.printerReasons,
      hasRebooted: trace.hasRestarted, isSameJob: trace.hasKeptUUID ?? true)
  }
}
