import Diagnostics
import PrintDesk
import Store
import Support

/// What people do: they look at paper, say what became of it, and ask for more. They are honest, but what
/// they saw of the register may be old.
extension DeskDriver {
  static var busy: Refusal { Refusal([]) }

  /// One of two people looks at the register, or at paper.
  func attend() throws {
    let person = dice.pick(["li", "wang"])
    guard let view = views[person], !(isCalm && dice.once(in: 2)), !dice.once(in: 3) else {
      views[person] = runs
      return
    }
    let open = view.flatMap { run in sheetsToLookAt(run).map { (run, $0) } }
    guard !open.isEmpty else { return views[person] = nil }
    let (run, sheet) = dice.pick(open)
    try look(at: sheet, of: run, person)
  }

  /// Those the desk asks for, and those at which a person sees a jam.
  private func sheetsToLookAt(_ run: PrintRun) -> [Sheet] {
    guard run.output.state != .void else { return [] }
    let asked = run.sheetsToDecide + run.sheetsToTurn
    let jammed = run.sheets.filter { sheet in
      !sheet.state.isDecided && world.visible(sheet.id).contains(where: \.isBlotted)
    }
    return asked + jammed.filter { !asked.contains($0) }
  }

  private func look(at sheet: Sheet, of run: PrintRun, _ person: String) throws {
    let id = run.output.id
    let sides = Set(run.passes(over: sheet.position).map(\.sides))
    if let piece = world.intact(sheet.id, sides).first, piece.stock == sheet.stock {
      try putAwayExtras(sheet)
      world.crossOutOthers(sheet.id, sides)
      let typed = piece.stock.map(\.text) ?? String(run.output.serial.suffix(5))
      return try change(id, "good \(sheet.position)") {
        try $0.good(sheet.position, .typed(typed), by: self.act(person))
      }
    }
    // Whoever turns a numbered sheet turns the one that bears its number.
    let isHalf = world.visible(sheet.id).contains {
      $0.marked == [.front] && !$0.isBlotted && $0.stock == sheet.stock
    }
    if sides == [.front, .back] && isHalf && run.next?.sides == .back {
      return try change(id, "turn") { try $0.turning(sheet.position, by: self.act(person)) }
    }
    try giveUp(sheet, of: run, person)
  }

  /// Paper that bears the same serial twice: the number of what was fed besides is spoiled.
  private func putAwayExtras(_ sheet: Sheet) throws {
    guard world.hasExtras(sheet) else { return }
    _ = try write("extras \(sheet.id)") { try self.spoilExtras(sheet, $0) }
  }

  func spoilExtras(_ sheet: Sheet, _ unit: UnitOfWork) throws {
    for extra in world.visible(sheet.id) where extra.stock != sheet.stock {
      guard let number = extra.stock, try unit.stock.sheet(number)?.state == .loaded else {
        continue
      }
      try unit.stockroom.change(number) { try $0.spoiled(.other, by: self.act("li")) }
    }
  }

  private func giveUp(_ sheet: Sheet, of run: PrintRun, _ person: String) throws {
    let pieces = world.pieces[sheet.id] ?? []
    let loss: SheetLoss
    if pieces.contains(where: \.isGone) {
      loss = .lost(witness: person == "li" ? "wang" : "li")
    } else if pieces.isEmpty {
      loss = .nothingCameOut
    } else {
      loss = .spoiled(dice.pick([.jam, .misfeed, .noInk, .damaged]))
    }
    try putAwayExtras(sheet)
    world.putAway(run.sheets)
    try end(
      run.output, "give up \(sheet.position)",
      original: { run, successor in
        try run.replacing(sheet.position, loss, by: self.act(person), with: successor)
      }, other: { try $0.spoiling(sheet.position, loss, by: self.act(person)) })
  }

  /// Ends an output: an original with its replacement, any other alone.
  private func end(
    _ output: Output, _ name: String,
    original: (PrintRun, Successor) throws -> Replacement, other: (PrintRun) throws -> PrintRun
  ) throws {
    guard output.kind.isOriginal else { return try change(output.id, name, other) }
    guard flaw != .voidsAlone else { return try endAlone(output, original) }
    _ = try write("\(name) \(output.id)") { unit in
      guard let run = try unit.desk.run(output.id) else { return }
      let replacement = try original(run, self.successor(try unit.outputs.count() + 1))
      try unit.desk.keep(replacement, by: self.act("li"))
    }
  }

  /// The two halves in two units of work; the reason names no successor, which the register would miss.
  private func endAlone(
    _ output: Output, _ original: (PrintRun, Successor) throws -> Replacement
  ) throws {
    let next = try write("void \(output.id)") { unit -> Output? in
      guard let run = try unit.desk.run(output.id) else { return nil }
      let replacement = try original(run, self.successor(try unit.outputs.count() + 1))
      let void = replacement.void
      let alone = PrintRun(annulled(void.output), sheets: void.sheets, passes: void.passes)
      try unit.desk.keep(alone, by: self.act("li"))
      return replacement.successor
    }
    guard let next else { return }
    _ = try write("replace \(output.id)") { try $0.outputs.insert(next) }
  }

  private func annulled(_ output: Output) -> Output {
    Output(
      id: output.id, number: output.number, contentHash: output.contentHash, kind: output.kind,
      serial: output.serial, revision: output.revision, requestKey: output.requestKey,
      moment: output.moment, day: output.day, device: output.device, seals: output.seals,
      state: .void, progress: output.progress, voidReason: .annulled)
  }

  func successor(_ ordinal: Int) -> Successor {
    Successor(
      id: Output.id(ordinal), kind: .original, serial: Self.serial(ordinal),
      requestKey: "k\(ordinal)", moment: now, day: Runs.day, device: "d", seals: [:])
  }
}
