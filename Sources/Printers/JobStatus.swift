/// What a printer says of one job, in IPP's words.
package struct JobStatus: Hashable, Sendable {
  /// `job-state` (RFC 8011 section 5.3.7).
  package enum State: String, CaseIterable, Sendable {
    case pending
    case pendingHeld = "pending-held"
    case processing
    case processingStopped = "processing-stopped"
    case canceled
    case aborted
    case completed

    /// The state of an IPP enum value, 3 to 9.
    init?(code: Int?) {
      guard let code, Self.allCases.indices.contains(code - 3) else { return nil }
      self = Self.allCases[code - 3]
    }

    /// Whether the job changes no more.
    package var isFinal: Bool { self == .canceled || self == .aborted || self == .completed }
  }

  /// Where the job is on its way.
  package let state: State
  /// Keywords such as `job-completed-successfully`, without `none`.
  package let reasons: [String]
  /// What the printer says about the job in words.
  package let message: String?
  /// Sides of paper marked, or pages rendered where a CUPS queue counts; `nil` when not known.
  package let impressionsCompleted: Int?
  /// Sides of paper to be marked; `nil` when not known.
  package let impressions: Int?
  /// The printer's own state at that time.
  package let printerState: PrinterStatus.State
  /// The printer's reasons at that time, such as `media-jam-error`.
  package let printerReasons: [String]

  /// A status from its parts; what is left out counts as not known.
  package init(
    state: State, reasons: [String] = [], message: String? = nil,
    impressionsCompleted: Int? = nil, impressions: Int? = nil,
    printerState: PrinterStatus.State = .unknown, printerReasons: [String] = []
  ) {
    self.state = state
    self.reasons = reasons
    self.message = message
    self.impressionsCompleted = impressionsCompleted
    self.impressions = impressions
    self.printerState = printerState
    self.printerReasons = printerReasons
  }

  init?(job: IPPAttributes, printer: PrinterStatus) {
    guard let state = State(code: job.number("job-state")) else { return nil }
    self.init(
      state: state, reasons: job.strings("job-state-reasons").filter { $0 != "none" },
      message: job.string("job-state-message"),
      impressionsCompleted: job.number("job-impressions-completed"),
      impressions: job.number("job-impressions"), printerState: printer.state,
      printerReasons: printer.stateReasons)
  }
}
