import Certificates
import Diagnostics
import PrintDesk
import Testing

/// What enterprises may ask for, and what a rule or an officer makes of it (B.2 to B.5).
@Suite struct RequestTests {
  private static let zhang = Act(by: "zhang", at: Runs.li.at + 600)

  private func approval(
    _ mode: SealMode = .electronic, _ place: Approval.PrintPlace = .local
  ) -> Approval {
    Approval(
      number: "26C1100B0001/00012", contentHash: "c", requestHash: "r", officer: "li",
      date: Runs.day, place: "BEIJING,CHINA", printPlace: place, sealMode: mode,
      enterprise: "1100B0001", signatory: "zhang", moment: Runs.li.at)
  }

  private func known(
    _ runs: [PrintRun], _ requests: [DeskRequest] = [], holds: [Hold] = [],
    mode: SealMode = .electronic, place: Approval.PrintPlace = .local, isOpen: Bool = true
  ) -> PrintCase {
    PrintCase(
      approval: approval(mode, place), place: place, allowsSelfPrinting: isOpen, runs: runs,
      requests: requests, holds: holds)
  }

  private func issued(_ kind: Output.Kind = .original) throws -> PrintRun {
    try Runs.planned([[.front]], kind).sending(through: 1, Runs.clean())
      .good(1, Runs.look, by: Runs.li)
  }

  private func ask(
    _ subject: DeskRequest.Subject, _ known: PrintCase, note: String = "原因", at moment: Int? = nil
  ) throws -> DeskRequest {
    let act = Act(by: "zhang", at: moment ?? Self.zhang.at)
    return try known.request(subject, id: "R-1", note: note, by: act)
  }

  @Test
  func `a jam once within a day is approved by rule, everything else reviewed (S2-134, S2-135)`()
    throws
  {
    let doubtful = try Runs.planned().sending(through: 1, Evidence.none)
    let jam = try ask(.reprint(.jam), known([doubtful]))
    #expect(jam.state == .approved && jam.isApprovedByRule)
    for reason in ReprintReason.allCases where reason != .jam {
      #expect(try ask(.reprint(reason), known([doubtful])).state == .requested)
    }
    let period = PrintCase.jamPeriod
    for (moment, state) in [
      (Runs.li.at, DeskRequest.State.approved), (Runs.li.at + period, .approved),
      (Runs.li.at + period + 1, .requested), (Runs.li.at - 1, .requested),
    ] {
      #expect(try ask(.reprint(.jam), known([doubtful]), at: moment).state == state)
    }
    let done = try jam.fulfilled(by: Output.id(13))
    #expect(try ask(.reprint(.jam), known([doubtful], [done])).state == .requested)
  }

  @Test
  func
    `what was never printed or is amended is not printed again, nor reported lost (S2-123, S5-28)`()
    throws
  {
    let released = try Runs.planned()
    for subject in [DeskRequest.Subject.reprint(.jam), .duplicate, .copy] {
      #expect(refusalKey { try ask(subject, known([released])) } == "request.never-printed")
      #expect(refusalKey { try ask(subject, known([])) } == "request.never-printed")
    }
    let doubtful = try Runs.planned().sending(through: 1, Evidence.none)
    #expect(refusalKey { try ask(.duplicate, known([doubtful])) } == "request.never-printed")
    let amended = try issued().amended(by: "N2", act: Runs.li)
    #expect(refusalKey { try ask(.duplicate, known([amended])) } == "request.never-printed")
    #expect(refusalKey { try ask(.duplicate, known([issued()]), note: " ") } == "request.no-reason")
    #expect(try ask(.duplicate, known([issued()])).state == .requested)
  }

  @Test(arguments: [DeskRequest.State.approved, .fulfilled])
  func `after 失证重发 only duplicates are printed (S5-26)`(_ state: DeskRequest.State) throws {
    var loss = try ask(.duplicate, known([issued()])).approved(by: Runs.li)
    if state == .fulfilled { loss = try loss.fulfilled(by: Output.id(20)) }
    let lost = known([try issued()], [loss])
    #expect(refusalKey { try ask(.reprint(.jam), lost) } == "request.only-duplicates")
    #expect(refusalKey { try lost.checkPrintingAnew() } == "request.only-duplicates")
    let rejected = try ask(.duplicate, known([issued()])).rejected(by: Runs.li, remark: "否")
    try known([issued()], [rejected]).checkPrintingAnew()
  }

  @Test func `copies are of local prints with electronic seal only (S2-137)`() throws {
    #expect(try ask(.copy, known([issued()])).state == .requested)
    for mode in SealMode.allCases where mode != .electronic {
      #expect(refusalKey { try ask(.copy, known([issued()], mode: mode)) } == "request.no-copies")
    }
    #expect(
      refusalKey { try ask(.copy, known([issued()], place: .chamber)) } == "request.no-copies")
  }

  @Test
  func `the print place changes only before printing, and never for what hands seal (S2-129)`()
    throws
  {
    let released = try Runs.planned()
    let subject = DeskRequest.Subject.printPlace(.chamber)
    #expect(try ask(subject, known([released])).state == .requested)
    for mode in SealMode.allCases where mode != .electronic {
      let refusal = #expect(throws: Refusal.self) { try ask(subject, known([], mode: mode)) }
      #expect(refusal?.diagnostics.first?.message.chinese == "该证书需到贸促会手工盖章签字")
    }
    #expect(refusalKey { try ask(subject, known([issued()])) } == "request.printed-already")
    #expect(
      refusalKey { try ask(subject, known([], isOpen: false)) } == "request.no-self-printing")
    #expect(refusalKey { try ask(.printPlace(.local), known([])) } == "request.same-place")
  }

  @Test func `an open amendment or another channel freezes requests (S2-138, B.3)`() throws {
    for (reason, key) in [
      (Hold.Reason.amendment, "request.amendment-open"), (.channel, "request.other-channel"),
    ] {
      let hold = Hold(number: "26C1100B0001/00012", reason: reason, placed: Runs.li)
      #expect(refusalKey { try ask(.duplicate, known([issued()], holds: [hold])) } == key)
      let lifted = hold.lifted(by: Runs.li)
      #expect(try ask(.duplicate, known([issued()], holds: [lifted])).state == .requested)
    }
  }

  @Test func `enterprises print what is local, theirs by switch and not held (S2-125 to S2-128)`()
    throws
  {
    let hold = Hold(number: "26C1100B0001/00012", reason: .channel, placed: Runs.li)
    for (known, key) in [
      (known([]), nil), (known([], mode: .localThenChamberSeal), nil),
      (known([], mode: .chamberWet), "request.sealed-by-hand"),
      (known([], mode: .specialForm), "request.sealed-by-hand"),
      (known([], place: .chamber), "request.at-chamber"),
      (known([], isOpen: false), "request.no-self-printing"),
      (known([], holds: [hold]), "desk.held-channel"),
    ] {
      #expect(refusalKey { try known.checkSelfPrinting() } == key)
    }
  }

  @Test func `a request is decided once and carried out once`() throws {
    let request = try ask(.copy, known([issued()]))
    let approved = try request.approved(by: Runs.li, remark: "同意")
    #expect(approved.decided == Runs.li && approved.remark == "同意" && !approved.isApprovedByRule)
    #expect(refusalKey { try request.fulfilled(by: nil) } == "request.state")
    #expect(refusalKey { try approved.approved(by: Runs.wang) } == "request.state")
    #expect(refusalKey { try approved.rejected(by: Runs.wang, remark: "x") } == "request.state")
    #expect(refusalKey { try request.rejected(by: Runs.li, remark: " ") } == "request.no-remark")
    let fulfilled = try approved.fulfilled(by: Output.id(14))
    #expect(fulfilled.output == Output.id(14) && !fulfilled.state.isOpen)
    #expect(refusalKey { try fulfilled.fulfilled(by: nil) } == "request.state")
    #expect(refusalKey { try ask(.copy, known([issued()], [request])) } == "request.open")
  }

  @Test(arguments: [Output.Kind.duplicate, .copy])
  func `another duplicate or copy has the next ordinal, a spoiled one's again (S5-23, X7)`(
    _ kind: Output.Kind
  ) throws {
    let subject: DeskRequest.Subject = kind == .duplicate ? .duplicate : .copy
    let original = try issued()
    let approved = try ask(subject, known([original])).approved(by: Runs.li)
    func another(_ runs: [PrintRun], _ requests: [DeskRequest]) throws -> Output {
      let particulars = Particulars(
        id: "O-2", requestKey: "d", moment: Runs.li.at, day: Runs.day, device: "d", seals: [:])
      return try known(runs, requests).another(kind, particulars)
    }
    let first = try another([original], [approved])
    #expect(first.ordinal == 1 && first.serial == original.output.serial)
    #expect(first.state == .reserved && first.kind == kind)
    let fulfilled = try approved.fulfilled(by: first.id)
    #expect(refusalKey { try another([original, PrintRun(first)], [fulfilled]) } == "request.none")
    #expect(refusalKey { try another([Runs.planned()], [approved]) } == "request.never-printed")
    #expect(try another([original, PrintRun(first)], [fulfilled, approved]).ordinal == 2)
    let spoiled = try Runs.planned([[.front]], kind).sending(through: 1, Evidence.none)
      .spoiling(1, .spoiled(.jam), by: Runs.li)
    #expect(try another([original, spoiled], [fulfilled]).ordinal == 1)
    let again = try issued(kind)
    #expect(refusalKey { try another([original, spoiled, again], [fulfilled]) } == "request.none")
  }

  @Test func `a subject is its word and detail`() {
    let subjects: [DeskRequest.Subject] =
      ReprintReason.allCases.map { .reprint($0) }
      + [.duplicate, .copy, .printPlace(.local), .printPlace(.chamber)]
    for subject in subjects {
      #expect(DeskRequest.Subject(subject.word, detail: subject.detail) == subject)
    }
    #expect(DeskRequest.Subject(.reprint, detail: nil) == nil)
    #expect(DeskRequest.Subject(.copy, detail: "local") == nil)
    #expect(Set(ReprintReason.allCases.map(\.cause)).count == ReprintReason.allCases.count)
  }
}
