package import Diagnostics

/// What became of a scan: what was found, how it did at the gates, and the mark if there is one.
package struct SealPreparation: Sendable {
  /// What the scan was said to show.
  package let kind: SealKind
  /// Dots per inch of the scan.
  package let resolution: Double
  /// The mark; `nil` when the scan shows none.
  ///
  /// Only ``taken()`` says whether it passed.
  package let found: SealImage?
  /// Every gate of the kind.
  package let gates: [GateResult]
  /// How far the mark was turned on the scan, anticlockwise in degrees.
  package let skew: Double
  /// The middle of the outline in pixels of the scan.
  package let centre: (x: Double, y: Double)

  /// Prepares a scan, stage by stage.
  ///
  /// - Parameters:
  ///   - scan: the scan.
  ///   - kind: what the scan shows.
  ///   - slider: how much background goes.
  ///   - turn: a turn by hand, anticlockwise in degrees.
  package init(_ scan: Scan, kind: SealKind, slider: Slider = .standard, turn: Double = 0) {
    self.kind = kind
    resolution = scan.resolution
    let gates = SealGates(kind: kind)
    guard let unmixed = Unmixed(FlatField(scan), kind: kind, slider: slider),
      let components = Components(unmixed, kind: kind)
    else {
      (found, self.gates, skew, centre) = (nil, gates.results(empty: scan), 0, (0, 0))
      return
    }
    let outline = Outline(components, kind: kind)
    found = SealImage(components, outline, kind: kind, slider: slider, turn: turn)
    self.gates = gates.results(components, outline)
    skew = outline.skew * 180 / .pi
    centre = (outline.centre.x, outline.centre.y)
  }

  /// What is wrong with the scan, a diagnostic for each gate it failed.
  package var faults: [Diagnostic] {
    gates.compactMap { result in
      result.fault.map { Diagnostic(at: .field(result.gate.rawValue), $0, hint: result.hint) }
    }
  }

  /// The mark of a scan that passed every gate.
  ///
  /// - Throws: ``Refusal`` with a diagnostic for each gate that it failed.
  package func taken() throws(Refusal) -> SealImage {
    guard let found, faults.isEmpty else { throw Refusal(faults) }
    return found
  }
}
