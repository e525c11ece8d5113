/// Raw connections: bytes come in, nothing is answered.
extension Machine {
  /// What becomes of the bytes of a connection at a place among them.
  enum RawStep: Sendable {
    /// So many more may come in before the printer looks again; `nil` for all.
    case take(Int?)
    /// The line is cut.
    case cut
  }

  /// A connection was taken: a job whose document is to come.
  func beginRaw() -> Run {
    made += 1
    jobs[made] = QueuedJob(
      ordinal: made, id: takeID(), uuid: Self.freshUUID(), name: "raw", user: "anonymous",
      template: [], copies: 1, isDuplex: false, tray: 0, statedImpressions: nil, created: upTime,
      state: .pending, reasons: ["job-incoming"])
    return Run(ordinal: made, epoch: epoch)
  }

  /// What to do with the bytes from a place on; waits while the printer takes none.
  func step(of run: Run, at byte: Int) async -> RawStep {
    while isPaused, isAlive(run) { await change() }
    let places = faults(of: run).compactMap { fault -> (Int, Fault)? in
      switch fault.kind {
      case .stallAt(let place), .cutAt(let place):
        let key = HappenedFault(ordinal: run.ordinal, fault: fault)
        return place >= byte && !happened.contains(key) ? (place, fault) : nil
      default: return nil
      }
    }
    guard let (place, fault) = places.min(by: { $0.0 < $1.0 }) else {
      return isAlive(run) ? .take(nil) : .cut
    }
    if place > byte { return isAlive(run) ? .take(place - byte) : .cut }
    happened.insert(HappenedFault(ordinal: run.ordinal, fault: fault))
    if case .cutAt = fault.kind { return .cut }
    await standStill(["media-empty-error", "media-needed-error"], run, seconds: fault.clear)
    return await step(of: run, at: byte)
  }

  /// The connection is at its end: what came in is printed, and of a form that was not ejected a part.
  func endRaw(_ run: Run, _ document: [UInt8]) async {
    guard isAlive(run) else { return }
    put(document, format: PageCount.rawFormat, into: run.ordinal)
    if EscpForms.count(document).isBegun, let paper = await draw(run) {
      record(1, run, paper, .halfPrinted)
    }
    if EscpForms.count(document).whole == 0 {
      return finish(run.ordinal, .aborted, "aborted-by-system", "no form was ejected")
    }
    update(run.ordinal) { $0.state = .pending }
    close(run.ordinal)
  }
}
