/// Everything that was seen of a job between its sending and its end: what a judge of paper needs.
///
/// A value without an opinion: what it amounts to is for the print desk to say.
package struct JobTrace: Sendable {
  /// The job that was looked at.
  package let job: JobHandle
  /// The last state that was seen; final unless ``error`` says why none was.
  package internal(set) var last: JobStatus?
  /// The states of the job in the order they were seen, no two alike in a row.
  package internal(set) var states: [JobStatus.State] = []
  /// Every reason of the printer that was seen meanwhile, in the order of first sight, without `none`.
  package internal(set) var printerReasons: [String] = []
  /// Whether `printer-up-time` went back: the printer was switched off and on.
  package internal(set) var hasRestarted = false
  /// Whether `job-uuid` is still the one of the sending; `nil` when the printer gives none, or the
  /// job was not seen.
  package internal(set) var hasKeptUUID: Bool?
  /// How many looks got an answer about the job.
  package internal(set) var looks = 0
  /// Looks that failed although later ones did not.
  package internal(set) var failedLooks = 0
  /// Why the job's end could not be seen; `nil` when it was.
  package internal(set) var error: PrinterError?

  /// A trace before the first look.
  init(_ job: JobHandle) { self.job = job }

  /// `job-state` at the end; `nil` when the end was not seen.
  package var finalState: JobStatus.State? {
    error == nil ? last.map(\.state).flatMap { $0.isFinal ? $0 : nil } : nil
  }

  /// What speaks against taking the last state for the job's end; `nil` for nothing.
  package var fault: PrinterError? {
    hasRestarted ? PrinterError(.restarted, Wording.restarted) : error
  }

  /// `job-state-reasons` as last seen.
  package var reasons: [String] { last?.reasons ?? [] }

  /// Sides of paper marked, as the printer last said; `nil` when it does not say.
  package var impressionsCompleted: Int? { last?.impressionsCompleted }
}
