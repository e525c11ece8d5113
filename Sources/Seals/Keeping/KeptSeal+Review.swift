package import Diagnostics

/// The decisions about a seal (requirements B.10); each gives the seal as it is after it.
extension KeptSeal {
  /// An officer approves it; a seal of the issuing body becomes valid with the second officer.
  ///
  /// - Throws: ``Refusal`` when it waits for no approval, the same officer approved before, or the time
  ///   lies before that of the last act.
  package func approved(by officer: String, at time: Int) throws(Refusal) -> KeptSeal {
    let act = try act(officer, time, Wording.approve)
    guard owner.needsTwoApprovals else { return with(.approved(act)) }
    guard let noted = status.noted else { return with(.noted(act)) }
    guard noted.by != officer else {
      throw Refusal(
        Diagnostic(at: Place(), Wording.sameOfficer(id, officer), hint: Wording.otherOfficer))
    }
    return with(.approved(act, after: noted))
  }

  /// An officer returns it to its owner.
  ///
  /// - Throws: ``Refusal`` when it waits for no approval, there is no reason, or the time lies before that
  ///   of the last act.
  package func returned(
    by officer: String, at time: Int, reason: String
  ) throws(Refusal) -> KeptSeal {
    let act = try act(officer, time, Wording.return)
    return with(status.ended(.returned, act, reason: try Self.given(reason)))
  }

  /// A newer version takes its place, from the newer one's approval on.
  ///
  /// - Throws: ``Refusal`` when it is not approved, or the other is not a newer approved version of the
  ///   same owner and kind.
  package func superseded(by newer: KeptSeal) throws(Refusal) -> KeptSeal {
    guard newer.owner == owner, newer.kind == kind, newer.version > version, newer.isApproved,
      let approval = newer.status.approved
    else { throw Refusal(Diagnostic(at: Place(), Wording.noSuccessor(newer.id, of: id))) }
    let act = try act(approval.by, approval.at, Wording.supersede)
    return with(status.ended(.superseded, act, reason: nil))
  }

  /// It is taken out of use.
  ///
  /// - Throws: ``Refusal`` when it is not approved, there is no reason, or the time lies before that of the
  ///   last act.
  package func withdrawn(
    by officer: String, at time: Int, reason: String
  ) throws(Refusal) -> KeptSeal {
    let act = try act(officer, time, Wording.withdraw)
    return with(status.ended(.withdrawn, act, reason: try Self.given(reason)))
  }

  /// The act, when the seal is at the stage it needs and the time does not go back.
  private func act(
    _ officer: String, _ time: Int, _ verb: Wording.Verb
  ) throws(Refusal) -> SealAct {
    guard status.stage == verb.needed else {
      throw Refusal(Diagnostic(at: Place(), Wording.cannot(verb, id, status.stage)))
    }
    let last = status.approved ?? status.noted ?? enrolled
    guard time >= last.at else {
      throw Refusal(Diagnostic(at: Place(), Wording.timeGoesBack(id), hint: Wording.checkClock))
    }
    return SealAct(by: officer, at: time)
  }

  private static func given(_ reason: String) throws(Refusal) -> String {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(Diagnostic(at: .field("reason"), Wording.noReason))
    }
    return reason
  }
}

extension SealStatus {
  /// The first of two approvals is there.
  fileprivate static func noted(_ act: SealAct) -> SealStatus {
    SealStatus(unchecked: .pending, noted: act, approved: nil, ended: nil, reason: nil)
  }

  fileprivate static func approved(_ act: SealAct, after noted: SealAct? = nil) -> SealStatus {
    SealStatus(unchecked: .approved, noted: noted, approved: act, ended: nil, reason: nil)
  }

  fileprivate func ended(_ stage: SealStage, _ act: SealAct, reason: String?) -> SealStatus {
    SealStatus(unchecked: stage, noted: noted, approved: approved, ended: act, reason: reason)
  }
}
