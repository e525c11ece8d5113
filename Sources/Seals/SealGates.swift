/// Holds a mark against all gates of its kind.
struct SealGates {
  let kind: SealKind

  /// At 600 dpi the edges come out as they are; this is the least that shows them at all.
  static let leastResolution = 300.0
  static let mostOthers = 10.0
  static let leastClosed = 95.0
  static let covered = 8.0...45.0
  static let leastChroma = 25.0
  static let leastStroke = 0.2
  /// How far a measure may be wrong, in mm.
  static let tolerance = 0.2

  /// The gates of a scan on which there is a mark, in the order of ``SealGate``.
  func results(_ components: Components, _ outline: Outline) -> [GateResult] {
    let others = components.othersPart * 100
    var results = [
      resolution(components.scan), GateResult(.ink),
      GateResult(
        .complete, fault: components.isClipped ? Wording.clipped : nil,
        hint: components.isClipped ? Wording.scanAll : nil),
      GateResult(
        .single, others, passes: others <= Self.mostOthers, Wording.otherMarks(others),
        hint: Wording.scanOne),
    ]
    if !kind.isHandwritten { results += outlineGates(outline) }
    results.append(colour(components.vector))
    results.append(size(MarkSize(outline, scan: components.scan), outline.shape))
    if kind.isHandwritten { results.append(stroke(components)) }
    return results
  }

  /// The gates of a scan without any mark.
  func results(empty scan: Scan) -> [GateResult] {
    [resolution(scan), GateResult(.ink, fault: Wording.noInk, hint: Wording.stampAgain)]
  }

  private func resolution(_ scan: Scan) -> GateResult {
    GateResult(
      .resolution, scan.resolution, passes: scan.resolution.rounded() >= Self.leastResolution,
      Wording.coarse(scan.resolution), hint: Wording.scanFine)
  }

  private func outlineGates(_ outline: Outline) -> [GateResult] {
    let (closed, covered) = (outline.closed * 100, outline.covered * 100)
    return [
      GateResult(
        .outline, closed, passes: closed >= Self.leastClosed, Wording.open(closed),
        hint: Wording.stampAgain),
      GateResult(
        .coverage, covered, passes: Self.covered.contains(covered),
        Wording.covered(covered, Self.covered), hint: Wording.stampAgain),
    ]
  }

  private func colour(_ vector: InkVector) -> GateResult {
    let colour = LabColour(vector.ink)
    guard kind.isHandwritten else {
      return GateResult(
        .colour, colour.chroma, passes: colour.chroma >= Self.leastChroma,
        Wording.pale(colour.chroma), hint: Wording.stampAgain)
    }
    let isBlack = colour.chroma < 18 && colour.lightness < 50
    let isBlue = (225...320).contains(colour.hue) && colour.lightness < 65
    return GateResult(
      .colour, colour.chroma, passes: isBlack || isBlue, Wording.penColour,
      hint: Wording.signAgain)
  }

  private func size(_ size: MarkSize, _ shape: SealShape) -> GateResult {
    let maximum = kind.maximum(of: shape)
    let (long, short) = (max(size.width, size.height), min(size.width, size.height))
    // A signature stands in its frame as it was written.
    let (length, breadth) = shape == .handwriting ? (size.width, size.height) : (long, short)
    return GateResult(
      .size, long,
      passes: length <= maximum.length + Self.tolerance
        && breadth <= maximum.breadth + Self.tolerance,
      Wording.tooLarge(size, shape, maximum), hint: Wording.checkResolution)
  }

  private func stroke(_ components: Components) -> GateResult {
    let width = components.scan.mm(pixels: components.strokeWidth)
    return GateResult(
      .stroke, width, passes: width >= Self.leastStroke, Wording.thin(width),
      hint: Wording.signAgain)
  }
}
