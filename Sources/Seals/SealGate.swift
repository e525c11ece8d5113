package import Diagnostics

/// What a scan has to show before its seal is taken (sealing.md §5.2).
package enum SealGate: String, CaseIterable, Sendable {
  /// Fine enough, in dots per inch.
  case resolution
  /// Ink that can be told from the paper.
  case ink
  /// All of the mark is on the scan.
  case complete
  /// One mark only: how much ink others have beside it, in percent.
  case single
  /// How much of its outline is there, in percent.
  case outline
  /// How much of its area is inked, in percent.
  case coverage
  /// A colour, as CIE chroma; for handwriting black or blue.
  case colour
  /// No larger than is allowed, in mm.
  case size
  /// Strokes that will print, in mm.
  case stroke
}

/// How a scan did at one gate.
package struct GateResult: Sendable {
  /// The gate.
  package let gate: SealGate
  /// What was measured, in the gate's unit; `nil` where there is nothing to measure.
  package let measured: Double?
  /// What is wrong; `nil` when the scan passed.
  package let fault: Message?
  /// What to do about it.
  package let hint: Message?

  /// Whether the scan passed.
  package var isPassed: Bool { fault == nil }

  init(_ gate: SealGate, _ measured: Double? = nil, fault: Message? = nil, hint: Message? = nil) {
    self.gate = gate
    self.measured = measured
    self.fault = fault
    self.hint = hint
  }

  /// A gate that a value passes or not.
  init(
    _ gate: SealGate, _ measured: Double, passes: Bool, _ fault: @autoclosure () -> Message,
    hint: Message? = nil
  ) {
    self.init(
      gate, measured, fault: passes ? nil : fault(), hint: passes ? nil : hint)
  }
}
