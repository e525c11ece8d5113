package import Diagnostics
package import Notation

/// What was learnt about a pass from the printer, in IPP's words (RFC 8011, PWG 5100.7).
package struct Evidence: Hashable, Sendable {
  /// Who speaks.
  package enum Source: String, CaseIterable, Sendable {
    /// The printer itself.
    case printer
    /// A spooler, whose `completed` means handed over and whose counters mean rendered (F1 to F4).
    case queue
    /// Nobody: a raw connection that takes bytes and says nothing.
    case silence
  }

  /// Who speaks.
  package var source: Source
  /// Whether the job was seen to its end; not after a lost connection, a timeout or a restart.
  package var isOutcomeKnown: Bool
  /// The last `job-state` such as `completed`; `nil` when never told.
  package var jobState: String?
  /// The last `job-state-reasons`.
  package var jobReasons: [String]
  /// `job-impressions-completed`: sides of paper marked.
  package var impressions: Int?
  /// Every keyword of `printer-state-reasons` that was seen from sending to the end.
  package var printerReasons: [String]
  /// Whether `printer-up-time` went back: the printer was switched off in between.
  package var hasRebooted: Bool
  /// Whether the job that was asked about is the one that was sent, by `job-uuid`.
  package var isSameJob: Bool

  /// Evidence from its parts.
  package init(
    source: Source, isOutcomeKnown: Bool, jobState: String? = nil, jobReasons: [String] = [],
    impressions: Int? = nil, printerReasons: [String] = [], hasRebooted: Bool = false,
    isSameJob: Bool = true
  ) {
    self.source = source
    self.isOutcomeKnown = isOutcomeKnown
    self.jobState = jobState
    self.jobReasons = jobReasons
    self.impressions = impressions
    self.printerReasons = printerReasons
    self.hasRebooted = hasRebooted
    self.isSameJob = isSameJob
  }

  /// Every byte was taken by a device that says nothing.
  package static let silent = Evidence(source: .silence, isOutcomeKnown: true)
  /// What a word of a queue's guard among ``jobReasons`` begins with; `ended-` and a status follow, or what
  /// is not known.
  package static let guardWord = "once-"
  /// Nothing is known of what became of the job.
  package static let none = Evidence(source: .printer, isOutcomeKnown: false)
}

extension Evidence: NodeReadable {
  /// The evidence as JSON, members sorted.
  package var json: JSONValue {
    .object([
      "hasRebooted": .bool(hasRebooted), "impressions": impressions.map { .integer($0) },
      "isOutcomeKnown": .bool(isOutcomeKnown), "isSameJob": .bool(isSameJob),
      "jobReasons": .list(jobReasons.map { .text($0) }), "jobState": jobState.map { .text($0) },
      "printerReasons": .list(printerReasons.map { .text($0) }), "source": .text(source.rawValue),
    ])
  }

  /// Reads what ``json`` writes, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let source = (reader.required("source") as String?).flatMap { Source(rawValue: $0) }
    let isOutcomeKnown: Bool? = reader.required("isOutcomeKnown")
    let hasRebooted: Bool? = reader.required("hasRebooted")
    let isSameJob: Bool? = reader.required("isSameJob")
    let jobReasons: [String]? = reader.required("jobReasons")
    let printerReasons: [String]? = reader.required("printerReasons")
    let jobState: String? = reader.optional("jobState")
    let impressions: Int? = reader.optional("impressions")
    reader.finish()
    guard let source, let isOutcomeKnown, let hasRebooted, let isSameJob, let jobReasons,
      let printerReasons
    else { return nil }
    self.init(
      source: source, isOutcomeKnown: isOutcomeKnown, jobState: jobState, jobReasons: jobReasons,
      impressions: impressions, printerReasons: printerReasons, hasRebooted: hasRebooted,
      isSameJob: isSameJob)
  }
}
