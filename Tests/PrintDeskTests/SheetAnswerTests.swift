import Diagnostics
import PrintDesk
import Testing

/// What people say of sheets, and what comes of it (design §5, S2-118, S2-134, S2-136).
@Suite struct SheetAnswerTests {
  @Test(arguments: [SpoilCause.jam, .misfeed, .noInk])
  func `one spoiled sheet voids an original and makes its replacement at once (S2-134)`(
    _ cause: SpoilCause
  ) throws {
    let first = try Runs.planned([[.front], [.front], [.front]])
      .sending(through: 1, Runs.clean()).good(1, Runs.look, by: Runs.li)
    let second = try first.sending(through: 2, Evidence.none)
    let replacement = try second.replacing(
      2, .spoiled(cause), by: Runs.li, with: Runs.successor())
    let void = replacement.void
    #expect(void.output.state == .void)
    #expect(void.output.voidReason == .replaced(by: Output.id(13), cause: cause))
    #expect(void.sheets.map(\.state) == [.spoiled, .spoiled, .unused])
    #expect(void.sheets.map(\.cause) == [.incompleteSet, cause, nil])
    #expect(void.passes.map(\.state) == [.clean, .uncertain, .failed] && void.next == nil)
    let successor = replacement.successor
    #expect(successor.state == .reserved && successor.revision == 1)
    #expect(successor.serial != void.output.serial && successor.number == void.output.number)
  }

  @Test(arguments: [Output.Kind.duplicate, .copy])
  func `a spoiled duplicate or copy is void alone, an original never`(_ kind: Output.Kind) throws {
    let other = try Runs.planned([[.front]], kind).sending(through: 1, Evidence.none)
    let void = try other.spoiling(1, .spoiled(.jam), by: Runs.li)
    #expect(void.output.voidReason == .spoiled(.jam) && void.sheets[0].state == .spoiled)
    #expect(
      refusalKey { try other.replacing(1, .spoiled(.jam), by: Runs.li, with: Runs.successor()) }
        == "desk.not-an-original")
    let original = try Runs.planned().sending(through: 1, Evidence.none)
    #expect(
      refusalKey { try original.spoiling(1, .spoiled(.jam), by: Runs.li) } == "desk.is-an-original")
  }

  @Test func `a lost sheet needs two different people`() throws {
    let run = try Runs.planned().sending(through: 1, Evidence.none)
    func lost(_ witness: String) throws -> Replacement {
      try run.replacing(1, .lost(witness: witness), by: Runs.li, with: Runs.successor())
    }
    #expect(refusalKey { try lost("li") } == "desk.same-person")
    let sheet = try lost("wang").void.sheets[0]
    #expect(sheet.state == .lost && sheet.witness == "wang" && sheet.decided == Runs.li)
  }

  @Test func `nothing came out voids the serial all the same`() throws {
    let run = try Runs.planned().sending(through: 1, Evidence.none)
    let void = try run.replacing(1, .nothingCameOut, by: Runs.li, with: Runs.successor()).void
    #expect(void.sheets[0].cause == .nothingCameOut && void.sheets[0].state == .spoiled)
  }

  @Test func `an answer to what is void, decided or never burned is refused clearly`() throws {
    let planned = try Runs.planned()
    let sent = try planned.sending(through: 1, Runs.clean())
    let void = try sent.replacing(1, .spoiled(.jam), by: Runs.li, with: Runs.successor()).void
    let good = try sent.good(1, Runs.look, by: Runs.li)
    #expect(refusalKey { try void.good(1, Runs.look, by: Runs.li) } == "desk.already-void")
    for (run, key) in [
      (void, "desk.already-void"), (good, "desk.decided-already"), (planned, "desk.never-burned"),
    ] {
      #expect(
        refusalKey { try run.replacing(1, .spoiled(.jam), by: Runs.li, with: Runs.successor()) }
          == key)
    }
    #expect(refusalKey { try sent.good(2, Runs.look, by: Runs.li) } == "desk.no-sheet")
    let other = Look.scanned(number: sent.output.number, serial: "CCPIT000000000011")
    #expect(refusalKey { try sent.good(1, other, by: Runs.li) } == "desk.other-code")
  }

  @Test func `a jam is told when all bytes left, not while a void serial may still come out`()
    throws
  {
    let burned = try Runs.planned().burning(1, as: Runs.burn())
    let sending = try burned.sending(1)
    for run in [burned, sending] {
      #expect(
        refusalKey { try run.replacing(1, .spoiled(.jam), by: Runs.li, with: Runs.successor()) }
          == "desk.pass-open")
      #expect(
        refusalKey { try run.printedAnew(because: .reset, by: Runs.li, with: Runs.successor()) }
          == "desk.pass-open")
    }
    let sent = try sending.sent(1, job: nil)
    let void = try sent.replacing(1, .spoiled(.jam), by: Runs.li, with: Runs.successor()).void
    #expect(void.passes[0].state == .uncertain)
    #expect(try void.sent(1, job: 5).passes[0].state == .uncertain, "a late report is heard")
    #expect(try void.learning(Runs.clean(), of: 1) == void)
  }

  @Test func `printing anew voids what was issued, with its paper (S2-118, S2-136)`() throws {
    let issued = try Runs.planned().sending(through: 1, Runs.clean())
      .good(1, Runs.look, by: Runs.li)
    let replacement = try issued.printedAnew(
      because: .reset, by: Runs.wang, with: Runs.successor())
    #expect(replacement.void.sheets.map(\.state) == [.spoiled])
    #expect(replacement.void.sheets[0].cause == .reset)
    #expect(replacement.void.output.voidReason == .replaced(by: Output.id(13), cause: .reset))
    let planned = try Runs.planned()
    #expect(
      refusalKey { try planned.printedAnew(because: .reset, by: Runs.li, with: Runs.successor()) }
        == "desk.not-printed-yet")
  }

  @Test
  func `before the first print an output is withdrawn or regenerated, its paper free (S2-124)`()
    throws
  {
    let number = StockNumber(series: "L", text: "0001")
    let bound = try Runs.planned(on: .numbered(series: "L")).binding(number, to: 1)
    let withdrawn = try bound.withdrawn(by: Runs.li)
    #expect(withdrawn.output.voidReason == .withdrawn)
    #expect(withdrawn.sheets[0].state == .unused && withdrawn.sheets[0].stock == nil)
    let regenerated = try bound.regenerated(with: Runs.successor(), by: Runs.li)
    #expect(regenerated.void.output.voidReason == .regenerated(by: Output.id(13)))
    let burned = try bound.burning(1, as: Runs.burn())
    #expect(refusalKey { try burned.withdrawn(by: Runs.li) } == "desk.too-late-to-withdraw")
    #expect(
      refusalKey { try burned.regenerated(with: Runs.successor(), by: Runs.li) }
        == "desk.maybe-on-paper")
  }

  @Test func `an amended certificate's paper stays as it was decided (S2-120)`() throws {
    let printed = try Runs.planned().sending(through: 1, Runs.clean())
    #expect(refusalKey { try printed.amended(by: "N2", act: Runs.li) } == "desk.sheets-open")
    let issued = try printed.good(1, Runs.look, by: Runs.li)
    let amended = try issued.amended(by: "N2", act: Runs.li)
    #expect(amended.output.voidReason == .amended(by: "N2") && amended.sheets == issued.sheets)
    #expect(try issued.annulled(by: Runs.li).output.voidReason == .annulled)
    #expect(refusalKey { try amended.annulled(by: Runs.li) } == "desk.already-void")
  }

  @Test func `a void reason is its word and what belongs to it`() {
    let reasons: [VoidReason] = [
      .regenerated(by: "O"), .replaced(by: "O", cause: .jam), .spoiled(.lost), .withdrawn,
      .amended(by: "N"), .annulled,
    ]
    #expect(reasons.map(\.word) == VoidReason.Word.allCases)
    for reason in reasons {
      let again = VoidReason(
        reason.word, successor: reason.successor, cause: reason.cause, amendment: reason.amendment)
      #expect(again == reason)
    }
    #expect(VoidReason(.replaced, successor: nil, cause: .jam, amendment: nil) == nil)
  }
}
