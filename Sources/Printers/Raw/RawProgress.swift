/// How far the bytes of a job are, and how long they have stood still.
struct RawProgress {
  /// Something to be told.
  struct Step {
    let isHeld: Bool
    let status: JobStatus
  }

  /// Bytes handed to the system.
  var written = 0
  /// Bytes that the printer's side has acknowledged.
  var taken = 0
  /// Whether nothing is left to wait for.
  var isOver = false

  private let total: Int
  private let patience: RawPrinter.Patience
  private let clock = ContinuousClock()
  private var known = 0
  private var since: ContinuousClock.Instant
  private var isHeld = false

  init(total: Int, patience: RawPrinter.Patience) {
    self.total = total
    self.patience = patience
    since = clock.now
  }

  /// What is to be told now; `nil` for nothing.
  ///
  /// - Throws: ``PrinterError/Code/outOfTime`` when the patience is at its end.
  mutating func news() throws(PrinterError) -> Step? {
    if taken > known || isOver {
      known = taken
      since = clock.now
      defer { isHeld = false }
      return isHeld || isOver ? Step(isHeld: false, status: status) : nil
    }
    let stood = clock.now - since
    if stood >= .seconds(patience.givenUp) {
      throw PrinterError(
        .outOfTime, Wording.stalled, cause: Wording.taken(taken, of: total))
    }
    guard !isHeld, stood >= .seconds(patience.held) else { return nil }
    isHeld = true
    return Step(isHeld: true, status: status)
  }

  private var status: JobStatus {
    JobStatus(
      state: isOver ? .completed : isHeld ? .processingStopped : .processing,
      message: Wording.taken(taken, of: total),
      printerState: isHeld && !isOver ? .stopped : .processing,
      printerReasons: isHeld && !isOver ? [RawPrinter.held] : [])
  }
}
