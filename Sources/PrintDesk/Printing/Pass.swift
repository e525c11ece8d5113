/// One side plan of one sheet: one job, sent at most once (design §5).
package struct Pass: Hashable, Sendable {
  /// Where the pass stands.
  package enum State: String, CaseIterable, Sendable {
    /// It will be sent. Also called created or queued.
    case planned
    /// It is on the disk that it may be sent, once. Also called attempt.
    case burned
    /// The first byte may have left.
    case sending
    /// The last byte left; the printer's report is to come, or there is none.
    case sent
    /// The printer itself reported a clean end. Also called printed-unverified.
    case clean
    /// Sent or perhaps sent, and no clean report. Also called unknown.
    case uncertain
    /// It failed before it was burned: not a byte left, the sheet is usable. Also called failed or held.
    case failed = "failed-before-burning"

    /// Whether the printer may be at work on it, for all the register knows.
    package var isUnderWay: Bool { self == .burned || self == .sending || self == .sent }
  }

  /// The output it prints.
  package let output: String
  /// The position of its sheet, from 1.
  package let sheet: Int
  /// Its place among the passes of the output, from 1, in the order of planning.
  package let ordinal: Int
  /// What it marks of the sheet.
  package let sides: Sides
  /// Where it stands.
  package internal(set) var state: State = .planned
  /// What was burned; `nil` before.
  package internal(set) var burn: Burn?
  /// The printer's own number of the job, where it gave one.
  package internal(set) var printerJob: Int?
  /// What the printer said of it last.
  package internal(set) var evidence: Evidence?
  /// Why it failed before it was burned, in a few words.
  package internal(set) var failure: String?

  /// A pass that will be sent.
  package init(output: String, sheet: Int, ordinal: Int, sides: Sides) {
    self.output = output
    self.sheet = sheet
    self.ordinal = ordinal
    self.sides = sides
  }

  /// A pass as a store keeps it.
  package init(
    output: String, sheet: Int, ordinal: Int, sides: Sides, state: State, burn: Burn?,
    printerJob: Int?, evidence: Evidence?, failure: String?
  ) {
    self.init(output: output, sheet: sheet, ordinal: ordinal, sides: sides)
    self.state = state
    self.burn = burn
    self.printerJob = printerJob
    self.evidence = evidence
    self.failure = failure
  }

  /// Its name, unique for ever, such as `O-00000012/1/1`.
  package var id: String { "\(output)/\(sheet)/\(ordinal)" }

  /// Whether it is printed earlier than another: sheet by sheet, each front first.
  func comes(before other: Pass) -> Bool {
    (sheet, sides == .back ? 1 : 0) < (other.sheet, other.sides == .back ? 1 : 0)
  }

  /// Whether everything that will be said of it by the printer was said.
  package var isReported: Bool {
    state == .clean || state == .uncertain || state == .sent && evidence != nil
  }
}
