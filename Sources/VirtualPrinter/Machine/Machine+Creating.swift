/// Job creation (RFC 8011 sections 4.2.1 to 4.2.4 and 4.3.1).
extension Machine {
  func printJob(_ request: WireMessage, _ document: [UInt8]) throws(Rejection) -> WireMessage {
    let ignored = try judge(request)
    let ordinal = make(request)
    let asked = request.attributes(WireTag.operation)
    put(document, format: asked.string("document-format"), into: ordinal)
    close(ordinal)
    return taken(ordinal, request, ignored)
  }

  func validateJob(_ request: WireMessage) throws(Rejection) -> WireMessage {
    let ignored = try judge(request)
    return response(to: request, ignored.isEmpty ? .ok : .okIgnored, "", Self.group(ignored))
  }

  func createJob(_ request: WireMessage) throws(Rejection) -> WireMessage {
    let ignored = try judge(request)
    let ordinal = make(request)
    Task { [patience = settings.patience, epoch] in
      try? await Task.sleep(for: .seconds(patience))
      giveUpWaiting(for: ordinal, epoch)
    }
    return taken(ordinal, request, ignored)
  }

  func sendDocument(_ request: WireMessage, _ document: [UInt8]) throws(Rejection) -> WireMessage {
    let asked = request.attributes(WireTag.operation)
    let job = try job(of: request)
    guard let isLast = asked.flag("last-document") else {
      throw Rejection(status: .badRequest, message: "no last-document")
    }
    guard !job.isClosed, !job.state.isFinal, document.isEmpty || job.document.isEmpty else {
      throw Rejection(status: .notPossible, message: "the job takes no more documents")
    }
    try judgeDocument(asked)
    if !document.isEmpty {
      put(document, format: asked.string("document-format"), into: job.ordinal)
    }
    if isLast { close(job.ordinal) }
    return taken(job.ordinal, request, [])
  }

  /// Whether the printer would do all that is asked; with `ipp-attribute-fidelity` it must.
  ///
  /// - Returns: the attributes that are ignored.
  private func judge(_ request: WireMessage) throws(Rejection) -> [WireAttribute] {
    let asked = request.attributes(WireTag.operation)
    try judgeDocument(asked)
    let wrong = unsupported(request.attributes(WireTag.job))
    if !wrong.isEmpty, asked.flag("ipp-attribute-fidelity") == true {
      throw Rejection(status: .attributesOrValues, unsupported: wrong)
    }
    return wrong
  }

  private func judgeDocument(_ asked: [WireAttribute]) throws(Rejection) {
    if let format = asked.string("document-format"), !formats.contains(format) {
      throw Rejection(
        status: .documentFormat, unsupported: asked.filter { $0.name == "document-format" })
    }
    if let compression = asked.string("compression"), compression != "none" {
      throw Rejection(
        status: .compression, unsupported: asked.filter { $0.name == "compression" })
    }
  }

  /// Puts a job without a document into memory.
  ///
  /// - Returns: its ordinal.
  private func make(_ request: WireMessage) -> Int {
    let asked = request.attributes(WireTag.operation)
    let template = request.attributes(WireTag.job)
    made += 1
    let isHeld = template.string("job-hold-until").map { $0 != "no-hold" } ?? false
    let sides = template.string("sides") ?? "one-sided"
    jobs[made] = QueuedJob(
      ordinal: made, id: takeID(), uuid: Self.freshUUID(),
      name: asked.string("job-name") ?? asked.string("document-name") ?? "untitled",
      user: asked.string("requesting-user-name") ?? "anonymous", template: template,
      copies: min(max(template.number("copies") ?? 1, 1), Self.mostCopies),
      isDuplex: settings.isDuplex && sides != "one-sided", tray: tray(for: template),
      statedImpressions: asked.number("job-impressions") ?? template.number("job-impressions"),
      created: upTime, state: isHeld ? .held : .pending,
      reasons: [isHeld ? "job-hold-until-specified" : "job-incoming"])
    return made
  }

  /// The next `job-id`, or that of the job before.
  func takeID() -> Int {
    let isReused = faults.contains {
      ($0.job == nil || $0.job == made) && $0.kind == .reuseID
    }
    if isReused, let last = jobs.keys.max(), let id = jobs.removeValue(forKey: last)?.id {
      return id
    }
    defer { nextID += 1 }
    return nextID
  }

  func close(_ ordinal: Int) {
    update(ordinal) { job in
      job.isClosed = true
      if job.state == .pending { job.reasons = ["none"] }
    }
  }

  private func giveUpWaiting(for ordinal: Int, _ epoch: Int) {
    guard epoch == self.epoch, let job = jobs[ordinal], !job.isClosed else { return }
    finish(ordinal, .aborted, "aborted-by-system", "the document did not come in time")
  }

  /// A request whose line broke before its end: its job is given up without a sheet.
  func giveUp(_ request: WireMessage) {
    let ordinal: Int?
    switch WireOperation(rawValue: request.code) {
    case .printJob: ordinal = make(request)
    case .sendDocument: ordinal = (try? job(of: request))?.ordinal
    default: ordinal = nil
    }
    if let ordinal {
      finish(ordinal, .aborted, "aborted-by-system", "the document broke off")
    }
  }

  private func taken(
    _ ordinal: Int, _ request: WireMessage, _ ignored: [WireAttribute]
  ) -> WireMessage {
    guard let job = jobs[ordinal] else { preconditionFailure("the job was just made") }
    let names = ["job-id", "job-uri", "job-uuid", "job-state", "job-state-reasons"]
    let list = AttributeWish(names, otherwise: []).chosen(from: jobAttributes(job))
    let group = WireMessage.Group(WireTag.job, list)
    return response(
      to: request, ignored.isEmpty ? .ok : .okIgnored, "", Self.group(ignored) + [group])
  }

  private static func group(_ ignored: [WireAttribute]) -> [WireMessage.Group] {
    ignored.isEmpty ? [] : [WireMessage.Group(WireTag.unsupported, ignored)]
  }
}
