import PrintDesk
import Support

/// Printers and paper as they really are, whatever the register believes.
struct World {
  /// A piece of paper that came out of a printer.
  struct Piece {
    let stock: StockNumber?
    var marked: Set<Sides>
    var isBlotted = false
    var isCrossedOut = false
    var isGone = false
  }

  /// A job that a printer was sent, and what it says of it whenever it is asked.
  struct Job {
    let name: String
    let output: String
    let ordinal: Int
    let evidence: Evidence
  }

  /// What came out for each sheet, by its id.
  private(set) var pieces: [String: [Piece]] = [:]
  /// How often each pass was sent, by its id.
  private(set) var sends: [String: Int] = [:]
  /// Every job that was sent, oldest first.
  private(set) var jobs: [Job] = []
  /// The numbered sheets in the tray, the top one first.
  private(set) var tray: [StockNumber]
  /// Sheets that were fed under another number than the register bound.
  private(set) var mismatches: [String] = []

  init(tray: [StockNumber]) { self.tray = tray }

  /// The bytes of a pass arrive at the printer.
  mutating func take(_ pass: Pass, over sheet: Sheet, as name: String, _ fault: Fault) {
    sends[pass.id, default: 0] += 1
    jobs.append(
      Job(
        name: name, output: pass.output, ordinal: pass.ordinal,
        evidence: fault.evidence(of: pass.sides)))
    guard pass.sides != .back else { return markBack(of: sheet, fault.paper) }
    switch fault.paper {
    case .nothing: break
    case .good: feed(sheet, pass.sides)
    case .carriedOff: feed(sheet, pass.sides, isGone: true)
    case .blot: feed(sheet, pass.sides, isBlotted: true)
    case .twice:
      feed(sheet, pass.sides)
      feed(sheet, pass.sides, isExtra: true)
    case .blotThenGood:
      feed(sheet, pass.sides, isBlotted: true)
      feed(sheet, pass.sides, isExtra: true)
    }
  }

  private mutating func feed(
    _ sheet: Sheet, _ sides: Sides, isBlotted: Bool = false, isGone: Bool = false,
    isExtra: Bool = false
  ) {
    var number: StockNumber?
    if sheet.paper != .blank {
      guard !tray.isEmpty else { return }
      let top = tray.removeFirst()
      if !isExtra && top != sheet.stock { mismatches.append("\(sheet.id) \(top)") }
      number = top
    }
    pieces[sheet.id, default: []].append(
      Piece(stock: number, marked: [sides], isBlotted: isBlotted, isGone: isGone))
  }

  private mutating func markBack(of sheet: Sheet, _ paper: Fault.Paper) {
    let index = pieces[sheet.id]?.firstIndex { !$0.isBlotted && !$0.isCrossedOut && !$0.isGone }
    guard let index, paper != .nothing else { return }
    pieces[sheet.id]?[index].marked.insert(.back)
    if paper == .blot || paper == .blotThenGood { pieces[sheet.id]?[index].isBlotted = true }
    if paper == .carriedOff { pieces[sheet.id]?[index].isGone = true }
  }

  // MARK: What people do with paper

  /// The pieces of a sheet that lie there.
  func visible(_ sheet: String) -> [Piece] {
    (pieces[sheet] ?? []).filter { !$0.isGone && !$0.isCrossedOut }
  }

  /// Whether a piece lies there that was fed under another number than the sheet's.
  func hasExtras(_ sheet: Sheet) -> Bool {
    visible(sheet.id).contains { $0.stock != nil && $0.stock != sheet.stock }
  }

  /// The pieces that anybody would take for the sheet.
  func intact(_ sheet: String, _ sides: Set<Sides>) -> [Piece] {
    visible(sheet).filter { !$0.isBlotted && $0.marked == sides }
  }

  /// Crosses out all that came out for sheets, and takes blank numbered paper that was burned for them out
  /// of the tray, where it still lies on top.
  mutating func putAway(_ sheets: [Sheet]) {
    for sheet in sheets {
      for index in (pieces[sheet.id] ?? []).indices {
        pieces[sheet.id]?[index].isCrossedOut = true
      }
      if sheet.state != .expected, tray.first == sheet.stock { tray.removeFirst() }
    }
  }

  /// Leaves one piece of a sheet: the first that is intact.
  mutating func crossOutOthers(_ sheet: String, _ sides: Set<Sides>) {
    let kept = pieces[sheet]?.firstIndex {
      !$0.isGone && !$0.isCrossedOut && !$0.isBlotted && $0.marked == sides
    }
    for index in (pieces[sheet] ?? []).indices where index != kept {
      pieces[sheet]?[index].isCrossedOut = true
    }
  }
}
