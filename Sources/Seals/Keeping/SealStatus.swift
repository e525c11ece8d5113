/// What was decided about a kept seal: the stage with the acts that led to it.
///
/// Only combinations that the acts can lead to have a value.
package struct SealStatus: Hashable, Sendable {
  /// How far the seal has come.
  package let stage: SealStage
  /// The first approval of a seal under dual control; `nil` without one.
  package let noted: SealAct?
  /// The approval that made it valid; `nil` when it never was.
  package let approved: SealAct?
  /// The return, replacement or withdrawal; `nil` before that.
  package let ended: SealAct?
  /// Why it was returned or withdrawn.
  package let reason: String?

  /// Nothing decided yet.
  package static let pending = SealStatus(
    unchecked: .pending, noted: nil, approved: nil, ended: nil, reason: nil)

  /// A status from its parts, such as a store keeps them; `nil` when they contradict each other.
  package init?(
    stage: SealStage, noted: SealAct? = nil, approved: SealAct? = nil, ended: SealAct? = nil,
    reason: String? = nil
  ) {
    let wasApproved = stage == .approved || stage == .superseded || stage == .withdrawn
    let hasEnded = stage == .returned || stage == .superseded || stage == .withdrawn
    let hasReason = stage == .returned || stage == .withdrawn
    guard (approved != nil) == wasApproved, (ended != nil) == hasEnded,
      (reason != nil) == hasReason, reason != ""
    else { return nil }
    self.init(unchecked: stage, noted: noted, approved: approved, ended: ended, reason: reason)
  }

  init(
    unchecked stage: SealStage, noted: SealAct?, approved: SealAct?, ended: SealAct?,
    reason: String?
  ) {
    self.stage = stage
    self.noted = noted
    self.approved = approved
    self.ended = ended
    self.reason = reason
  }

  /// Whether it was on certificates at a time, in seconds since 1970: from its approval until its end.
  package func isValid(at time: Int) -> Bool {
    guard let approved, approved.at <= time else { return false }
    return ended.map { time < $0.at } ?? true
  }
}
