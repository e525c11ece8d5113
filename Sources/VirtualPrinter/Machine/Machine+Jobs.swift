/// Jobs that are there (RFC 8011 sections 4.2.6, 4.3.3 to 4.3.6).
extension Machine {
  /// The job a request names by its number or its URI.
  func job(of request: WireMessage) throws(Rejection) -> QueuedJob {
    let asked = request.attributes(WireTag.operation)
    let uri = asked.string("job-uri").flatMap { $0.split(separator: "/").last }.flatMap { Int($0) }
    guard let id = asked.number("job-id") ?? uri else {
      throw Rejection(status: .badRequest, message: "no job-id")
    }
    guard let job = jobs.values.filter({ $0.id == id }).max(by: { $0.ordinal < $1.ordinal }) else {
      throw Rejection(status: .notFound, message: "there is no job \(id)")
    }
    return job
  }

  func cancelJob(_ request: WireMessage) throws(Rejection) {
    let job = try job(of: request)
    guard !job.state.isFinal, !job.isCanceled else {
      throw Rejection(status: .notPossible, message: "the job is at its end")
    }
    // The sheet in the paper path comes out first.
    if job.state == .processing {
      update(job.ordinal) { job in
        job.isCanceled = true
        job.reasons = ["processing-to-stop-point"]
      }
    } else {
      finish(job.ordinal, .canceled, "job-canceled-by-user")
    }
  }

  func holdJob(_ request: WireMessage) throws(Rejection) {
    let job = try job(of: request)
    guard job.state == .pending || job.state == .held else {
      throw Rejection(status: .notPossible, message: "the job is under way or at its end")
    }
    update(job.ordinal) { job in
      job.state = .held
      job.reasons = ["job-hold-until-specified"]
    }
  }

  func releaseJob(_ request: WireMessage) throws(Rejection) {
    let job = try job(of: request)
    guard job.state == .held else {
      throw Rejection(status: .notPossible, message: "the job is not held")
    }
    update(job.ordinal) { job in
      job.state = .pending
      job.reasons = [job.isClosed ? "none" : "job-incoming"]
    }
  }

  func getJobAttributes(_ request: WireMessage) throws(Rejection) -> WireMessage {
    let job = try job(of: request)
    let asked = request.attributes(WireTag.operation)
    let wish = AttributeWish(asked.strings("requested-attributes"), otherwise: ["all"])
    let list = wish.chosen(from: jobAttributes(job))
    return response(to: request, .ok, "", [WireMessage.Group(WireTag.job, list)])
  }

  func getJobs(_ request: WireMessage) throws(Rejection) -> WireMessage {
    let asked = request.attributes(WireTag.operation)
    let which = asked.string("which-jobs") ?? "not-completed"
    guard ["completed", "not-completed", "all"].contains(which) else {
      throw Rejection(
        status: .attributesOrValues, unsupported: asked.filter { $0.name == "which-jobs" })
    }
    let user = asked.flag("my-jobs") == true ? asked.string("requesting-user-name") : nil
    let found = jobs.values.filter { job in
      (which == "all" || job.state.isFinal == (which == "completed"))
        && (user == nil || job.user == user)
    }.sorted { $0.ordinal < $1.ordinal }.prefix(max(asked.number("limit") ?? .max, 0))
    let wish = AttributeWish(
      asked.strings("requested-attributes"), otherwise: ["job-id", "job-uri"])
    return response(
      to: request, .ok, "",
      found.map { WireMessage.Group(WireTag.job, wish.chosen(from: jobAttributes($0))) })
  }
}
