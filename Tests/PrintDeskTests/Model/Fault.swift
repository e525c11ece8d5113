import PrintDesk
import Support

/// What a simulated printer does with a job: what is on paper, and what it says.
enum Fault: CaseIterable {
  case none, jamBefore, jamCleared, jamPrintedAgain, empty, aborted, cycledBefore, cycledAfter
  case reusedNumber, droppedMidway, droppedAtEnd, saysDoneWithNothing, saysDoneWithBlot, twice
  case silent, silentNothing, queue, queueNothing, carriedOff

  /// What comes out.
  enum Paper { case good, blot, nothing, twice, blotThenGood, carriedOff }

  static func drawn(_ dice: inout Dice) -> Fault {
    dice.once(in: 2) ? .none : dice.pick(allCases)
  }

  var paper: Paper {
    switch self {
    case .none, .jamCleared, .cycledAfter, .reusedNumber, .droppedAtEnd, .silent, .queue: .good
    case .jamBefore, .droppedMidway, .saysDoneWithBlot: .blot
    case .empty, .aborted, .cycledBefore, .saysDoneWithNothing, .silentNothing, .queueNothing:
      .nothing
    case .jamPrintedAgain: .blotThenGood
    case .twice: .twice
    case .carriedOff: .carriedOff
    }
  }

  func evidence(of sides: Sides) -> Evidence {
    var evidence = Runs.clean(sides)
    switch self {
    case .none, .saysDoneWithNothing, .saysDoneWithBlot, .carriedOff: break
    case .jamBefore, .aborted:
      evidence.jobState = "aborted"
      evidence.jobReasons = ["aborted-by-system"]
      if self == .jamBefore { evidence.printerReasons = ["media-jam-error"] }
    case .jamCleared, .jamPrintedAgain: evidence.printerReasons = ["media-jam-warning"]
    case .empty:
      evidence.isOutcomeKnown = false
      evidence.jobState = "processing-stopped"
      evidence.printerReasons = ["media-empty-error"]
    case .cycledBefore, .cycledAfter: evidence.hasRebooted = true
    case .reusedNumber: evidence.isSameJob = false
    case .droppedMidway, .droppedAtEnd: return .none
    case .twice: evidence.impressions = sides.impressions * 2
    case .silent, .silentNothing: return .silent
    case .queue, .queueNothing: evidence.source = .queue
    }
    return evidence
  }
}
