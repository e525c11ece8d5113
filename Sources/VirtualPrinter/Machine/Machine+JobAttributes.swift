extension Machine {
  /// A job's attributes (RFC 8011 section 5.3; PWG 5100.7 for the counters).
  func jobAttributes(_ job: QueuedJob) -> [AttributeWish.Shelf] {
    let groups: Set = ["all", "job-description", "job-status"]
    return [
      AttributeWish.Shelf(groups: groups, attributes: identity(job) + state(job) + counters(job)),
      AttributeWish.Shelf(groups: ["all", "job-template"], attributes: job.template),
    ]
  }

  private func identity(_ job: QueuedJob) -> [WireAttribute] {
    [
      WireAttribute("job-id", .integer(Int32(job.id))),
      WireAttribute("job-uri", .uri("\(uri)/\(job.id)")),
      WireAttribute("job-uuid", .uri(job.uuid)),
      WireAttribute("job-printer-uri", .uri(uri)),
      WireAttribute("job-name", .name(job.name)),
      WireAttribute("job-originating-user-name", .name(job.user)),
      WireAttribute("number-of-documents", .integer(job.sha256.isEmpty ? 0 : 1)),
    ]
  }

  private func state(_ job: QueuedJob) -> [WireAttribute] {
    var list = [
      WireAttribute("job-state", .enumeration(job.state.rawValue)),
      WireAttribute("job-state-reasons", job.reasons.map { .keyword($0) }),
      WireAttribute("job-state-message", .words(job.message)),
      WireAttribute("job-printer-up-time", .integer(Int32(upTime))),
      WireAttribute("time-at-creation", .integer(Int32(job.created))),
      WireAttribute("time-at-processing", Self.number(job.started)),
      WireAttribute("time-at-completed", Self.number(job.ended)),
    ]
    let ahead = jobs.values.filter { !$0.state.isFinal && $0.ordinal < job.ordinal }.count
    list.append(WireAttribute("number-of-intervening-jobs", .integer(Int32(ahead))))
    return list
  }

  private func counters(_ job: QueuedJob) -> [WireAttribute] {
    [
      WireAttribute("job-impressions", Self.number(job.totalImpressions ?? job.statedImpressions)),
      WireAttribute("job-impressions-completed", .integer(Int32(job.impressions))),
      WireAttribute("job-media-sheets", Self.number(job.pages.map { _ in job.totalSheets })),
      WireAttribute("job-media-sheets-completed", .integer(Int32(job.sheets))),
    ]
  }

  private static func number(_ value: Int?) -> WireValue {
    value.map { .integer(Int32(clamping: $0)) } ?? .noValue
  }
}
