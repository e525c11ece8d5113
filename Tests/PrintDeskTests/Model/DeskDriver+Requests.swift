import Diagnostics
import PrintDesk
import Store
import Support

/// What enterprises and officers do besides: print anew, regenerate, duplicates, copies, destruction.
extension DeskDriver {
  func disturb() throws {
    switch dice.number(0...9) {
    case 0: throw Crash()
    case 1: try printAnew()
    case 2: try regenerate()
    case 3...4: try ask(.duplicate)
    case 5...6: try ask(.copy)
    case 7: try destroy()
    default: try repeatSpoiled()
    }
  }

  private var number: String { Self.certificates[now % 2] }

  /// 重新打印 by request, else 重置打印: the paper is put away in the same moment.
  private func printAnew() throws {
    let number = number
    var sheets: [Sheet] = []
    _ = try write(
      "anew \(number)",
      { unit in
        guard let known = try unit.printCase(number: number), let live = known.live else { return }
        try known.checkPrintingAnew()
        let id = DeskRequest.id(try unit.cases.requestCount() + 1)
        let asked = try? known.request(
          .reprint(.jam), id: id, note: "", by: self.act("zhang"))
        let replacement = try live.printedAnew(
          because: asked == nil ? .reset : .jam, by: self.act("li"),
          with: self.successor(try unit.outputs.count() + 1))
        try unit.desk.keep(replacement, by: self.act("li"))
        for sheet in live.sheets { try self.spoilExtras(sheet, unit) }
        if let asked { try self.fulfil(asked, by: replacement.successor.id, unit) }
        sheets = live.sheets
      }, then: { _ in self.world.putAway(sheets) })
  }

  private func fulfil(_ request: DeskRequest, by output: String, _ unit: UnitOfWork) throws {
    let approved =
      request.state == .approved ? request : try request.approved(by: act("wang"))
    try unit.cases.insert(try approved.fulfilled(by: output))
  }

  /// 重新生成 of one that was not printed.
  private func regenerate() throws {
    let number = number
    _ = try write("regenerate \(number)") { unit in
      guard let live = try unit.printCase(number: number)?.live else { return }
      let replacement = try live.regenerated(
        with: self.successor(try unit.outputs.count() + 1), by: self.act("li"))
      try unit.desk.keep(replacement, by: self.act("li"))
    }
  }

  /// 失证重发 or 加打副本, approved and carried out at once.
  private func ask(_ subject: DeskRequest.Subject) throws {
    let number = number
    let kind: Output.Kind = subject == .duplicate ? .duplicate : .copy
    _ = try write("\(kind) \(number)") { unit in
      guard let known = try unit.printCase(number: number) else { return }
      guard known.outputs(kind).count < 2 else { throw DeskDriver.busy }
      let id = DeskRequest.id(try unit.cases.requestCount() + 1)
      let asked = try known.request(subject, id: id, note: "遗失", by: self.act("zhang"))
      let approved = try asked.approved(by: self.act("wang"))
      try unit.cases.insert(approved)
      guard let now = try unit.printCase(number: number) else { return }
      let output = try now.another(kind, self.particulars(try unit.outputs.count() + 1))
      try unit.outputs.insert(output)
      try unit.cases.update(try approved.fulfilled(by: output.id))
    }
  }

  /// Another duplicate or copy of an ordinal whose paper spoiled (X7).
  private func repeatSpoiled() throws {
    let number = number
    _ = try write("repeat \(number)") { unit in
      guard let known = try unit.printCase(number: number) else { return }
      let kind: Output.Kind = self.dice.once(in: 2) ? .duplicate : .copy
      guard known.outputs(kind).count < 5 else { throw DeskDriver.busy }
      try unit.outputs.insert(
        try known.another(kind, self.particulars(try unit.outputs.count() + 1)))
    }
  }

  private func particulars(_ ordinal: Int) -> Particulars {
    Particulars(
      id: Output.id(ordinal), requestKey: "k\(ordinal)", moment: now, day: Runs.day, device: "d",
      seals: [:])
  }

  private func destroy() throws {
    _ = try write("destroy") { unit in
      let spoiled = try unit.stock.sheets(series: nil).first { $0.state == .spoiled }
      guard let spoiled else { return }
      try unit.stockroom.change(spoiled.number) {
        try $0.destroyed(by: self.act("li"), witness: "wang")
      }
    }
  }
}
