import Diagnostics
import PrintDesk
import Testing

/// From a released output to an issued one (design §5, S2-127, S2-130).
@Suite struct PrintRunTests {
  @Test func `a clean pass and a look make an issued output`() throws {
    let planned = try Runs.planned()
    #expect(planned.output.state == .released && planned.sheets.map(\.state) == [.expected])
    let burned = try planned.burning(1, as: Runs.burn())
    #expect(burned.output.state == .printing && burned.sheets.map(\.state) == [.bound])
    let clean = try planned.sending(through: 1, Runs.clean())
    #expect(clean.passes.map(\.state) == [.clean] && clean.sheets.map(\.state) == [.printed])
    #expect(clean.output.state == .printing, "clean is not yet issued: somebody has to look")
    let good = try clean.good(1, Runs.look, by: Runs.li)
    #expect(good.output.state == .issued && good.sheets.map(\.state) == [.good])
    #expect(try good.good(1, Runs.look, by: Runs.wang) == good, "told twice is told once")
  }

  @Test func `a printer that says nothing is sent, never clean, and waits for the look`() throws {
    let sent = try Runs.planned().sending(through: 1, .silent)
    #expect(sent.passes.map(\.state) == [.sent] && sent.sheets.map(\.state) == [.printed])
    #expect(sent.sheetsToDecide.map(\.position) == [1])
    #expect(sent.restarted == sent, "its report is in: there is none to come")
    #expect(try sent.good(1, .typed("0012"), by: Runs.li).output.state == .issued)
  }

  @Test func `no state but burned is ever sent, and none but planned is burned`() throws {
    let planned = try Runs.planned()
    let burned = try planned.burning(1, as: Runs.burn())
    let sending = try burned.sending(1)
    let sent = try sending.sent(1, job: 3)
    let failed = try planned.failing(1, because: "unreachable")
    let clean = try sent.learning(Runs.clean(), of: 1)
    let uncertain = burned.restarted
    for run in [sending, sent, failed, clean, uncertain] {
      #expect(refusalKey { try run.sending(1) } == "desk.never-again")
      #expect(refusalKey { try run.burning(1, as: Runs.burn(2)) } == "desk.never-again")
    }
    #expect(refusalKey { try planned.sending(1) } == "desk.never-again")
    #expect(refusalKey { try burned.burning(1, as: Runs.burn(2)) } == "desk.never-again")
  }

  @Test func `what was burned never failed before burning`() throws {
    let burned = try Runs.planned().burning(1, as: Runs.burn())
    #expect(refusalKey { try burned.failing(1, because: "refused") } == "desk.burned-already")
    #expect(refusalKey { try burned.plannedAgain(after: 1) } == "desk.never-again")
  }

  @Test func `a pass that failed before burning leaves sheet and stock number usable`() throws {
    let number = StockNumber(series: "L", text: "0001")
    let bound = try Runs.planned([[.front, .back]], on: .numbered(series: "L"))
      .binding(number, to: 1)
    let failed = try bound.failing(1, because: "unreachable")
    #expect(failed.sheets[0].stock == number && failed.sheets[0].state == .bound)
    let again = try failed.plannedAgain(after: 1)
    #expect(again.next?.ordinal == 3, "the front still comes before the back")
    #expect(refusalKey { try again.plannedAgain(after: 1) } == "desk.never-again")
    #expect(try again.sending(through: 3, Runs.clean()).passes[2].state == .clean)
  }

  @Test(arguments: ["burned", "sending", "sent"])
  func `a restart makes every burned pass without its report uncertain`(_ state: String) throws {
    var run = try Runs.planned().burning(1, as: Runs.burn())
    if state != "burned" { run = try run.sending(1) }
    if state == "sent" { run = try run.sent(1, job: 1) }
    let restarted = run.restarted
    #expect(restarted.passes[0].state == .uncertain && restarted.output.state == .uncertain)
    #expect(restarted.restarted == restarted && restarted.next == nil)
    let late = try restarted.sent(1, job: 9).learning(Runs.clean(), of: 1)
    #expect(late.output.state == .uncertain, "a late report ends no doubt")
    #expect(try late.good(1, Runs.look, by: Runs.li).output.state == .issued, "a person does")
  }

  @Test func `a hand-turned back page is a second pass over the same sheet (S2-130)`() throws {
    let front = try Runs.planned([[.front, .back]]).sending(through: 1, Runs.clean())
    #expect(front.sheets[0].state == .bound)
    #expect(front.sheetsToTurn.map(\.position) == [1] && front.sheetsToDecide.isEmpty)
    #expect(refusalKey { try front.burning(2, as: Runs.burn(2)) } == "desk.not-turned")
    #expect(refusalKey { try front.good(1, Runs.look, by: Runs.li) } == "desk.not-printed-yet")
    let turned = try front.turning(1, by: Runs.li)
    #expect(turned.sheetsToTurn.isEmpty)
    #expect(refusalKey { try turned.turning(1, by: Runs.li) } == "desk.not-to-turn")
    let back = try turned.sending(through: 2, Runs.clean(.back))
    #expect(back.sheets[0].state == .printed)
    #expect(try back.good(1, Runs.look, by: Runs.li).output.state == .issued)
  }

  @Test func `a back page that failed before burning is still to come`() throws {
    let turned = try Runs.planned([[.front, .back]]).sending(through: 1, Runs.clean())
      .turning(1, by: Runs.li)
    let failed = try turned.failing(2, because: "unreachable")
    #expect(failed.sheets[0].state == .bound)
    #expect(refusalKey { try failed.good(1, Runs.look, by: Runs.li) } == "desk.not-printed-yet")
    let again = try failed.plannedAgain(after: 2).sending(through: 3, Runs.clean(.back))
    #expect(try again.good(1, Runs.look, by: Runs.li).output.state == .issued)
  }

  @Test func `an uncertain front that a person turns may get its back, and stays uncertain`() throws
  {
    let doubtful = try Runs.planned([[.front, .back]]).sending(through: 1, Evidence.none)
    #expect(doubtful.output.state == .uncertain && doubtful.sheetsToDecide.count == 1)
    #expect(refusalKey { try doubtful.burning(2, as: Runs.burn(2)) } == "desk.sheet-open")
    let turned = try doubtful.turning(1, by: Runs.li)
    let back = try turned.sending(through: 2, Runs.clean(.back))
    #expect(back.output.state == .uncertain && back.sheets[0].state == .printed)
    #expect(try back.good(1, Runs.look, by: Runs.li).output.state == .issued)
  }

  @Test func `continuation sheets follow one by one, and all have to be good`() throws {
    let first = try Runs.planned([[.duplex], [.front]])
      .sending(through: 1, Runs.clean(.duplex))
    let both = try first.sending(through: 2, Runs.clean())
    let one = try both.good(1, Runs.look, by: Runs.li)
    #expect(one.output.state == .printing)
    #expect(try one.good(2, Runs.look, by: Runs.li).output.state == .issued)
  }

  @Test func `nothing is burned behind a pass or sheet that is open`() throws {
    let sent = try Runs.planned([[.front], [.front]]).sending(through: 1, nil)
    #expect(refusalKey { try sent.burning(2, as: Runs.burn(2)) } == "desk.pass-open")
    #expect(refusalKey { try sent.restarted.burning(2, as: Runs.burn(2)) } == "desk.sheet-open")
  }

  @Test func `numbered stock is burned only when bound`() throws {
    let paper = Paper.numbered(series: "L")
    let run = try Runs.planned(on: paper)
    #expect(refusalKey { try run.burning(1, as: Runs.burn()) } == "stock.none-bound")
    let other = StockNumber(series: "M", text: "1")
    #expect(refusalKey { try run.binding(other, to: 1) } == "stock.other-series")
    let bound = try run.binding(StockNumber(series: "L", text: "A-17"), to: 1)
    let printed = try bound.sending(through: 1, Runs.clean())
    #expect(refusalKey { try bound.binding(StockNumber(series: "L", text: "2"), to: 1) } != nil)
    #expect(refusalKey { try printed.good(1, .typed("17"), by: Runs.li) } == "desk.type-number")
    #expect(refusalKey { try printed.good(1, Runs.look, by: Runs.li) } == "desk.type-number")
    #expect(refusalKey { try printed.good(1, .typed("A18"), by: Runs.li) } == "desk.typed-other")
    #expect(refusalKey { try printed.good(1, .typed("0017"), by: Runs.li) } == "desk.typed-other")
    #expect(try printed.good(1, .typed("a 17"), by: Runs.li).output.state == .issued)
  }

  @Test(arguments: Output.State.allCases)
  func `only a released output that is no file is planned, once`(_ state: Output.State) throws {
    let key = refusalKey {
      try PrintRun(Runs.output(.original, state)).planned([[.front]], on: .blank)
    }
    #expect(key == (state == .released ? nil : "desk.not-printable"))
    let run = try Runs.planned()
    #expect(refusalKey { try run.planned([[.front]], on: .blank) } == "desk.planned-already")
    let file = PrintRun(Runs.output(.file))
    #expect(refusalKey { try file.planned([[.front]], on: .blank) } == "desk.not-for-paper")
  }

  @Test(arguments: Hold.Reason.allCases)
  func `a hold keeps a pass from being burned until it is lifted (S2-138)`(
    _ reason: Hold.Reason
  ) throws {
    let run = try Runs.planned()
    let hold = Hold(number: run.output.number, reason: reason, placed: Runs.li)
    #expect(
      refusalKey { try run.burning(1, as: Runs.burn(), under: [hold]) }
        == "desk.held-\(reason.rawValue)")
    let others = Hold(number: "other", reason: reason, placed: Runs.li)
    let holds = [hold.lifted(by: Runs.wang), others]
    #expect(try run.burning(1, as: Runs.burn(), under: holds).output.state == .printing)
  }
}
