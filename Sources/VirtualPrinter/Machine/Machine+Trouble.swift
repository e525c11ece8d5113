/// What goes wrong with a sheet, and how the printer gets over it.
extension Machine {
  /// What happens to a sheet at a moment, one fault after the other.
  func suffer(
    _ moment: Fault.Moment, _ sheet: Int, _ run: Run, _ paper: Paper?
  ) async -> Step {
    for fault in faults(of: run) {
      guard case .trouble(let trouble, moment, sheet) = fault.kind,
        happened.insert(HappenedFault(ordinal: run.ordinal, fault: fault)).inserted
      else { continue }
      let step = await suffer(trouble, moment, fault, sheet, run, paper)
      guard case .proceed = step else { return step }
    }
    return .proceed
  }

  private func suffer(
    _ trouble: Fault.Trouble, _ moment: Fault.Moment, _ fault: Fault, _ sheet: Int, _ run: Run,
    _ paper: Paper?
  ) async -> Step {
    if let paper { record(sheet, run, paper, .halfPrinted) }
    switch trouble {
    case .abort:
      finish(run.ordinal, .aborted, "aborted-by-system", "the printer gave the job up")
      current = nil
      return .over
    case .powerCycle:
      cutPower(fault.down)
      return .over
    case .doubleFeed:
      if let lower = await draw(run) { record(sheet, run, lower, .blank) }
      return isAlive(run) ? .proceed : .over
    case .jam:
      if moment == .before {
        guard let crumpled = await draw(run) else { return .over }
        record(sheet, run, crumpled, .jammed)
      }
      return await recover(["media-jam-error"], moment, fault, run)
    case .cover: return await recover(["cover-open-error"], moment, fault, run)
    case .empty:
      return await recover(["media-empty-error", "media-needed-error"], moment, fault, run)
    case .stop: return await recover(["paused"], moment, fault, run)
    }
  }

  /// Stands still until the trouble is cleared, then does what the fault says.
  private func recover(
    _ reasons: [String], _ moment: Fault.Moment, _ fault: Fault, _ run: Run
  ) async -> Step {
    await standStill(reasons, run, seconds: fault.clear)
    guard isAlive(run) else { return .over }
    switch fault.recovery {
    case .abort:
      finish(run.ordinal, .aborted, "aborted-by-system", "given up after \(reasons[0])")
      current = nil
      return .over
    case .goOn: return .skip
    // A sheet not yet begun is simply printed now.
    case .reprint: return moment == .before ? .proceed : .again
    }
  }

  /// Stops with these reasons until somebody clears them or the seconds are over.
  func standStill(_ reasons: [String], _ run: Run, seconds: Double?) async {
    trouble = Trouble(reasons: reasons)
    setStopped(run, true)
    if let seconds {
      let end = ContinuousClock.now + .seconds(seconds)
      while trouble != nil, run.epoch == epoch, !isEnded, .now < end { await pause() }
      if run.epoch == epoch { trouble = nil }
    } else {
      while trouble != nil, run.epoch == epoch, !isEnded { await change() }
    }
    setStopped(run, false)
  }

  func setStopped(_ run: Run, _ isStopped: Bool) {
    guard run.epoch == epoch else { return }
    update(run.ordinal) { job in
      guard !job.state.isFinal, !job.isCanceled else { return }
      job.state = isStopped ? .stopped : .processing
      job.reasons = isStopped ? ["printer-stopped"] : ["job-printing"]
    }
  }

  /// Waits while the printer is paused; whether the job is still there then.
  func waitForStart(_ run: Run) async -> Bool {
    while isPaused, isAlive(run) {
      setStopped(run, true)
      await change()
      if !isPaused { setStopped(run, false) }
    }
    return isAlive(run)
  }
}
