extension Machine {
  /// What happens to the line of one request.
  ///
  /// - Parameter request: the request, perhaps before all of its document is in.
  /// - Returns: the fault; `nil` when nothing happens.
  func disturbance(of request: WireMessage) -> Fault.Kind? {
    let (requests, ordinal) = disturbed(request)
    guard let ordinal else { return nil }
    return faults.first { fault in
      (fault.job == nil || fault.job == ordinal) && requests.contains(fault.request)
        && fault.kind.isOfLine
    }?.kind
  }

  private func disturbed(_ request: WireMessage) -> (Set<Fault.Request>, ordinal: Int?) {
    switch WireOperation(rawValue: request.code) {
    case .printJob: return ([.create, .document], made + 1)
    case .createJob: return ([.create], made + 1)
    case .sendDocument: return ([.document], (try? job(of: request))?.ordinal)
    case .getJobAttributes: return ([.status], (try? job(of: request))?.ordinal)
    default: return ([], nil)
    }
  }
}

extension Fault.Kind {
  /// Whether it happens to a request and not to paper or a job.
  fileprivate var isOfLine: Bool {
    switch self {
    case .dropMiddle, .dropEnd, .slow, .silent: true
    default: false
    }
  }
}
