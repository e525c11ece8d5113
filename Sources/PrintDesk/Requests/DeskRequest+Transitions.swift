package import Diagnostics

/// The life of a request: each step answers the request after it, or refuses.
extension DeskRequest {
  /// The request once an officer approved it.
  ///
  /// - Throws: ``Refusal`` for one that was decided.
  package func approved(by officer: Act, remark: String? = nil) throws(Refusal) -> DeskRequest {
    try decided(.approved, officer, remark)
  }

  /// The request once an officer rejected it.
  ///
  /// - Throws: ``Refusal`` for one that was decided, and without a remark for the enterprise.
  package func rejected(by officer: Act, remark: String) throws(Refusal) -> DeskRequest {
    guard !remark.allSatisfy(\.isWhitespace) else {
      throw Refusal(Diagnostic(at: .field("remark"), Wording.noRemark))
    }
    return try decided(.rejected, officer, remark)
  }

  /// The request once it was carried out.
  ///
  /// - Parameter output: the output it led to; `nil` for another print place.
  /// - Returns: the request after it.
  /// - Throws: ``Refusal`` for one that is not approved, or was carried out before.
  package func fulfilled(by output: String?) throws(Refusal) -> DeskRequest {
    guard state == .approved else { throw refusal() }
    var next = self
    next.state = .fulfilled
    next.output = output
    return next
  }

  private func decided(
    _ state: State, _ officer: Act, _ remark: String?
  ) throws(Refusal) -> DeskRequest {
    guard self.state == .requested else { throw refusal() }
    var next = self
    next.state = state
    next.decided = officer
    next.remark = remark
    return next
  }

  private func refusal() -> Refusal {
    Refusal(Diagnostic(at: .field("request"), Wording.requestState(id, state)))
  }
}
