import Diagnostics
import Seals
import Support
import Testing

/// Decisions about kept seals: every stage with every event (requirements B.10).
@Suite struct SealReviewTests {
  /// Every status there is, by a name; approvals by li and chen, the seal handed in at 100.
  private static func statuses(_ owner: SealOwner) throws -> [(name: String, seal: KeptSeal)] {
    let fresh = SampleSeals.seal(owner, owner.kinds[0], at: 100)
    let (by, later) = (SealAct(by: "li", at: 200), SealAct(by: "chen", at: 300))
    let noted = owner.needsTwoApprovals ? by : nil
    func seal(
      _ stage: SealStage, _ noted: SealAct? = nil, _ approved: SealAct? = nil,
      _ ended: SealAct? = nil, _ reason: String? = nil
    ) throws -> KeptSeal {
      fresh.with(
        try #require(
          SealStatus(
            stage: stage, noted: noted, approved: approved, ended: ended, reason: reason)))
    }
    let end = SealAct(by: "wu", at: 400)
    var all = [
      ("pending", fresh), ("returned", try seal(.returned, nil, nil, end, "blurred")),
      ("approved", try seal(.approved, noted, later)),
      ("superseded", try seal(.superseded, noted, later, end)),
      ("withdrawn", try seal(.withdrawn, noted, later, end, "lost")),
    ]
    if owner.needsTwoApprovals { all.append(("noted", try seal(.pending, by))) }
    return all
  }

  /// What can happen to a seal, each at 500.
  private enum Event: CaseIterable {
    case approveByNew, approveByFirst, `return`, supersede, withdraw

    func happen(to seal: KeptSeal) throws(Refusal) -> KeptSeal {
      switch self {
      case .approveByNew: try seal.approved(by: "wu", at: 500)
      case .approveByFirst: try seal.approved(by: "li", at: 500)
      case .return: try seal.returned(by: "wu", at: 500, reason: "why")
      case .supersede: try seal.superseded(by: SealReviewTests.successor(of: seal))
      case .withdraw: try seal.withdrawn(by: "wu", at: 500, reason: "why")
      }
    }
  }

  private static func successor(of seal: KeptSeal) -> KeptSeal {
    SampleSeals.seal(seal.owner, seal.kind, version: seal.version + 1, at: 100).with(
      SealStatus(
        stage: .approved, noted: SealAct(by: "li", at: 450), approved: SealAct(by: "wu", at: 500))
        ?? .pending)
  }

  /// Stage and first approval after an event; what is not here is refused.
  private static let single: [String: [Event: SealStage]] = [
    "pending": [.approveByNew: .approved, .approveByFirst: .approved, .return: .returned],
    "approved": [.supersede: .superseded, .withdraw: .withdrawn],
  ]
  private static let dual: [String: [Event: SealStage]] = [
    "pending": [.approveByNew: .pending, .approveByFirst: .pending, .return: .returned],
    "noted": [.approveByNew: .approved, .return: .returned],
    "approved": [.supersede: .superseded, .withdraw: .withdrawn],
  ]

  @Test(
    "Every event at every stage leads on or is refused as the table says",
    arguments: SampleSeals.owners)
  func everyPair(_ owner: SealOwner) throws {
    let table = owner.needsTwoApprovals ? Self.dual : Self.single
    for (name, seal) in try Self.statuses(owner) {
      for event in Event.allCases {
        guard let stage = table[name]?[event] else {
          #expect(throws: Refusal.self, "\(name) \(event)") { try event.happen(to: seal) }
          continue
        }
        let after = try event.happen(to: seal)
        #expect(after.status.stage == stage, "\(name) \(event)")
        #expect(after == seal.with(after.status), "only the status changes")
        try checkActs(name, event, seal.status, after.status, dual: owner.needsTwoApprovals)
      }
    }
  }

  /// The act of the event stands where it belongs, those before it stay.
  private func checkActs(
    _ name: String, _ event: Event, _ before: SealStatus, _ after: SealStatus, dual: Bool
  ) throws {
    let act = SealAct(by: event == .approveByFirst ? "li" : "wu", at: 500)
    let isApproval = event == .approveByNew || event == .approveByFirst
    let isNote = isApproval && dual && name == "pending"
    #expect(after.noted == (isNote ? act : before.noted), "\(name) \(event)")
    #expect(after.approved == (isApproval && !isNote ? act : before.approved), "\(name) \(event)")
    #expect(after.ended == (isApproval ? nil : act), "\(name) \(event)")
    let hasReason = event == .return || event == .withdraw
    #expect(after.reason == (hasReason ? "why" : nil), "\(name) \(event)")
  }

  @Test("Who handed in a seal of the issuing body may be one of the two who approve it")
  func ownSeal() throws {
    let seal = SampleSeals.seal(.issuer, .retroactive, at: 100)
    let approved = try seal.approved(by: "wang", at: 100).approved(by: "li", at: 100)
    #expect(seal.enrolled.by == "wang")
    #expect(approved.isApproved)
  }

  @Test("A record of the issuing body's seal with one approver only counts as not approved")
  func forgedRecord() throws {
    let seal = SampleSeals.seal(.issuer, .issuer)
    let act = SealAct(by: "li", at: 200)
    for noted in [nil, act] {
      let status = try #require(SealStatus(stage: .approved, noted: noted, approved: act))
      #expect(!seal.with(status).isApproved)
    }
  }

  @Test("A decision needs a reason where it says no, and a time that does not go back")
  func reasonAndTime() throws {
    let seal = SampleSeals.seal(.officer("li"), .signature, at: 100)
    let approved = try seal.approved(by: "chen", at: 200)
    for reason in ["", "  \n"] {
      #expect(
        key { () throws(Refusal) in try seal.returned(by: "a", at: 300, reason: reason) }
          == "seal.no-reason")
      #expect(
        key { () throws(Refusal) in try approved.withdrawn(by: "a", at: 300, reason: reason) }
          == "seal.no-reason")
    }
    #expect(key { () throws(Refusal) in try seal.approved(by: "chen", at: 99) } == "seal.time")
    #expect(
      key { () throws(Refusal) in try seal.returned(by: "chen", at: 99, reason: "x") }
        == "seal.time")
    #expect(
      key { () throws(Refusal) in try approved.withdrawn(by: "chen", at: 199, reason: "x") }
        == "seal.time")
    let noted = try SampleSeals.seal(.issuer, .issuer, at: 100).approved(by: "li", at: 200)
    #expect(key { () throws(Refusal) in try noted.approved(by: "chen", at: 199) } == "seal.time")
    #expect(
      key { () throws(Refusal) in try noted.approved(by: "li", at: 300) } == "seal.same-officer")
  }

  @Test("Only a newer approved version of the same owner and kind takes a seal's place")
  func successors() throws {
    let owner = SealOwner.enterprise("1100B0001")
    let seal = try SampleSeals.seal(owner, .company, version: 2, at: 100).approved(
      by: "li", at: 200)
    func newer(_ owner: SealOwner, _ kind: SealKind, _ version: Int) throws -> KeptSeal {
      try SampleSeals.seal(owner, kind, version: version, at: 100).approved(by: "li", at: 300)
    }
    #expect(try seal.superseded(by: newer(owner, .company, 3)).status.stage == .superseded)
    for other in [
      try newer(owner, .company, 1), try newer(owner, .company, 2), try newer(owner, .bilingual, 3),
      try newer(.enterprise("1100B0002"), .company, 3),
      SampleSeals.seal(owner, .company, version: 3),
    ] {
      #expect(
        key { () throws(Refusal) in try seal.superseded(by: other) } == "seal.no-successor")
    }
  }

  @Test("A seal is valid from its approval until its end")
  func span() throws {
    let seal = SampleSeals.seal(.enterprise("A"), .company, at: 100)
    let approved = try seal.approved(by: "li", at: 200)
    let ended = try approved.withdrawn(by: "li", at: 300, reason: "lost")
    #expect([100, 200, 300].map(seal.status.isValid) == [false, false, false])
    #expect([199, 200, 300].map(approved.status.isValid) == [false, true, true])
    #expect([199, 200, 299, 300].map(ended.status.isValid) == [false, true, true, false])
  }

  @Test("A status has just the acts that its stage needs")
  func combinations() {
    let act = SealAct(by: "li", at: 1)
    let wanted: [SealStage: [Bool]] = [
      .pending: [false, false, false], .returned: [false, true, true],
      .approved: [true, false, false], .superseded: [true, true, false],
      .withdrawn: [true, true, true],
    ]
    for stage in SealStage.allCases {
      for bits in 0..<8 {
        let parts = [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0]
        let status = SealStatus(
          stage: stage, approved: parts[0] ? act : nil, ended: parts[1] ? act : nil,
          reason: parts[2] ? "why" : nil)
        #expect((status != nil) == (parts == wanted[stage]), "\(stage) \(parts)")
      }
    }
    #expect(SealStatus(stage: .returned, ended: act, reason: "") == nil)
  }

  private func key(_ decision: () throws(Refusal) -> KeptSeal) -> String? {
    do throws(Refusal) {
      _ = try decision()
      return nil
    } catch { return error.diagnostics.first?.message.key }
  }
}
