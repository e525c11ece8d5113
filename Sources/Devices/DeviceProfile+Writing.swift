import Measures
import Notation

/// A profile as the text of a file in `printers/`.
extension DeviceProfile {
  /// The YAML text, which reads as this profile again.
  package var text: String {
    var lines = head
    if let turning { lines.append("turning: \(Self.flow(turning))") }
    if let residentPitch {
      lines.append("charactersPerInch: \(Length.unitsPerInch / residentPitch.units)")
    }
    if isApprovedForSelfPrint { lines.append("approvedForSelfPrint: true") }
    if codeReductionDots > 0 { lines.append("codeReduction: \(codeReductionDots)") }
    if let dotMatrix { lines += Self.block(dotMatrix) }
    if !sources.isEmpty {
      lines.append("sources:")
      lines += sources.map { "  - \(Self.flow($0))" }
    }
    lines += ["source: \(YAMLScalar.text(source))", "verified: \(isVerified)"]
    lines += Self.list("quirks", quirks) + Self.list("unknown", unknown)
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let area = printableArea
    let margins = [
      ("left", area.left), ("top", area.top), ("right", Size.a4.width - area.right),
      ("bottom", Size.a4.height - area.bottom),
    ].map { "\($0): \(Self.number($1))" }
    return [
      "title: \(YAMLScalar.text(title))",
      "languages: [\(languages.map(\.rawValue).joined(separator: ", "))]",
      "media: [\(media.joined(separator: ", "))]",
      "margins: {\(margins.joined(separator: ", "))}",
      "resolutions: [\(resolutions.map { "\($0)" }.joined(separator: ", "))]",
    ] + (isColour ? ["colour: true"] : []) + ["duplex: \(duplex.rawValue)"]
  }

  private static func flow(_ turning: Turning) -> String {
    "{pile: \(turning.pile.rawValue), order: \(turning.order.rawValue), "
      + "rotation: \(turning.rotation.rawValue)}"
  }

  private static func flow(_ source: PaperSource) -> String {
    let feed = source.isContinuous ? ", feed: \(source.feed.rawValue)" : ""
    return "{name: \(YAMLScalar.text(source.name)), stock: \(source.stock.rawValue)\(feed)}"
  }

  private static func block(_ traits: DotMatrixTraits) -> [String] {
    let verified = traits.verifiedCharacters
    return ["dotMatrix:", "  pins: \(traits.pins)"]
      + (traits.startsInChineseMode.map { ["  startsInChineseMode: \($0)"] } ?? [])
      + (traits.carbonCopies.map { ["  carbonCopies: \($0)"] } ?? [])
      + (verified.isEmpty ? [] : ["  verifiedCharacters: \(YAMLScalar.text(verified))"])
  }

  private static func list(_ key: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : ["\(key):"] + entries.map { "  - \(YAMLScalar.text($0))" }
  }

  /// Millimetres as short as they can be written.
  private static func number(_ length: Length) -> String {
    let text = "\(length.mm)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
