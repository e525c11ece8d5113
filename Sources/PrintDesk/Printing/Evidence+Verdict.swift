/// What evidence amounts to; a pure function of what was said.
extension Evidence {
  /// What is known of a pass.
  package enum Verdict: Hashable, Sendable {
    /// The printer itself reported a clean end.
    case clean
    /// Nobody reports anything more: the look at the sheet decides.
    case waitsForLook
    /// The reasons for which only a person can tell.
    case uncertain(Set<Doubt>)
  }

  /// One reason not to take a pass for clean.
  package enum Doubt: String, CaseIterable, Sendable {
    /// Lost connection, timeout, restart: the end was not seen.
    case outcomeUnknown = "outcome-unknown"
    /// The job ended otherwise than `completed`.
    case notCompleted = "not-completed"
    /// `completed`, but not `job-completed-successfully` alone.
    case notSuccessful = "not-successful"
    /// Not as many sides marked as the pass has.
    case impressions
    /// A jam, empty tray, open cover, stop or the like while it ran, also when it went on by itself.
    case trouble
    /// The printer was switched off in between and may have forgotten the job, or printed it again.
    case rebooted
    /// Another job answers to the number.
    case otherJob = "other-job"
    /// The guard of the queue did not see the printer's program end well, whatever the queue says (printing.md
    /// §7).
    case unguarded
  }

  /// The verdict over a pass with a side plan.
  package func verdict(on sides: Sides) -> Verdict {
    let doubts = doubts(on: sides)
    guard doubts.isEmpty else { return .uncertain(doubts) }
    return source == .printer ? .clean : .waitsForLook
  }

  private func doubts(on sides: Sides) -> Set<Doubt> {
    var doubts: Set<Doubt> = []
    func note(_ doubt: Doubt, if isSo: Bool) { if isSo { doubts.insert(doubt) } }
    note(.outcomeUnknown, if: !isOutcomeKnown)
    note(.rebooted, if: hasRebooted)
    note(.otherJob, if: !isSameJob)
    note(.trouble, if: printerReasons.contains(where: Self.isTrouble))
    if source != .silence {
      note(.notCompleted, if: jobState != "completed")
      note(.notSuccessful, if: !isSuccessful)
    }
    note(.unguarded, if: jobReasons.contains(where: Self.isUnguarded))
    note(.impressions, if: source == .printer && impressions != sides.impressions)
    return doubts
  }

  private static func isUnguarded(_ word: String) -> Bool {
    word.hasPrefix(guardWord) && word != guardWord + "ended-0"
  }

  private static let success = "job-completed-successfully"
  private static let failures: Set<String> = [
    "job-completed-with-errors", "job-completed-with-warnings", "job-canceled-by-user",
    "job-canceled-by-operator", "job-canceled-at-device", "aborted-by-system",
    "printer-stopped", "printer-stopped-partly",
  ]

  /// A spooler need not state success; a failure that it does state counts.
  private var isSuccessful: Bool {
    (source == .queue || jobReasons.contains(Self.success))
      && Self.failures.isDisjoint(with: jobReasons)
  }

  /// Keywords that say nothing of the paper in the path (RFC 8011 section 5.4.12, PWG 5100.9).
  private static let harmless: Set<String> = [
    "none", "connecting-to-device", "media-low", "toner-low", "marker-supply-low", "developer-low",
    "marker-waste-almost-full", "output-area-almost-full", "opc-near-eol",
    "cups-waiting-for-job-completed", "hibernate", "idle-mode", "standby",
  ]
  /// Beginnings of keywords that are trouble at whatever severity.
  private static let grave = [
    "cover-open", "cups-ipp-missing", "door-open", "fuser-", "input-tray-missing", "interlock-open",
    "marker-supply-empty", "media-empty", "media-jam", "media-needed", "moving-to-paused",
    "output-area-full", "output-tray-missing", "paused", "shutdown", "stopp", "timed-out",
    "toner-empty",
  ]

  /// Whether a keyword of `printer-state-reasons` speaks against a clean pass; one that is not known does,
  /// unless the printer calls it a warning or a report.
  private static func isTrouble(_ keyword: String) -> Bool {
    if grave.contains(where: keyword.hasPrefix) { return true }
    if keyword.hasSuffix("-report") || keyword.hasSuffix("-warning") { return false }
    let plain = keyword.hasSuffix("-error") ? String(keyword.dropLast(6)) : keyword
    return keyword != plain || !harmless.contains(plain)
  }
}
