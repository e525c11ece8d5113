/// One piece of paper of an output (design §5).
package struct Sheet: Hashable, Sendable {
  /// Where the sheet stands.
  package enum State: String, CaseIterable, Sendable {
    /// The output will need it.
    case expected
    /// A piece of paper belongs to it: a stock number, or the blank sheet of its first burned pass.
    case bound
    /// Every pass over it was sent and had its report, or was looked at; the look at the whole is still
    /// to come.
    case printed
    /// A person looked at it and it is good. Also called used or issued.
    case good
    /// It bears nothing valid, see its cause. Also called void-spoiled.
    case spoiled
    /// Two persons say that nobody has it. Also called void-lost.
    case lost
    /// The output ended before any pass over it was burned; its paper is free again.
    case unused

    /// Whether nothing more becomes of it, but for a good one whose output is printed anew.
    package var isDecided: Bool {
      switch self {
      case .expected, .bound, .printed: false
      case .good, .spoiled, .lost, .unused: true
      }
    }
  }

  /// The output it belongs to.
  package let output: String
  /// Its place among the output's sheets, from 1; continuation sheets follow the first.
  package let position: Int
  /// What it is printed on.
  package let paper: Paper
  /// Where it stands.
  package internal(set) var state: State = .expected
  /// The number preprinted on it; `nil` for blank paper and before it is bound.
  package internal(set) var stock: StockNumber?
  /// When a person turned it for its back page; they had its front before their eyes.
  package internal(set) var turned: Act?
  /// Who said what became of it.
  package internal(set) var decided: Act?
  /// The second person who confirmed that it is lost.
  package internal(set) var witness: String?
  /// Why it is spoiled or lost.
  package internal(set) var cause: SpoilCause?

  /// A sheet that an output will need.
  package init(output: String, position: Int, paper: Paper) {
    self.output = output
    self.position = position
    self.paper = paper
  }

  /// A sheet as a store keeps it.
  package init(
    output: String, position: Int, paper: Paper, state: State, stock: StockNumber?, turned: Act?,
    decided: Act?, witness: String?, cause: SpoilCause?
  ) {
    self.init(output: output, position: position, paper: paper)
    self.state = state
    self.stock = stock
    self.turned = turned
    self.decided = decided
    self.witness = witness
    self.cause = cause
  }

  /// Its name, unique for ever, such as `O-00000012/1`.
  package var id: String { "\(output)/\(position)" }
}
