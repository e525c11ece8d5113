package import Diagnostics
import Measures
package import Notation

extension DeviceProfile.PrinterLanguage: NodeChoice {}
extension DeviceProfile.Duplex: NodeChoice {}
extension PaperSource.Stock: NodeChoice {}
extension PaperSource.Feed: NodeChoice {}

extension DeviceProfile {
  /// Reads one profile strictly.
  ///
  /// - Parameters:
  ///   - name: the profile's name, which is its file's name without the ending.
  ///   - bytes: the YAML text.
  ///   - file: the file's name for messages.
  /// - Returns: the profile.
  /// - Throws: ``Refusal`` with everything that is wrong, each with line and column.
  package static func read(
    _ name: String, from bytes: some Collection<UInt8>, file: String
  ) throws(Refusal) -> DeviceProfile {
    try read(name, from: YAMLText.parse(bytes, file: file))
  }

  /// Reads one profile strictly from a file that is parsed already.
  ///
  /// - Throws: ``Refusal`` with everything that is wrong, each with line and column.
  package static func read(_ name: String, from node: Node) throws(Refusal) -> DeviceProfile {
    let findings = Findings()
    let profile = ObjectReader(node, findings).flatMap { DeviceProfile(name: name, $0) }
    try findings.throwErrors()
    guard let profile else { preconditionFailure("a refused profile must have been reported") }
    return profile
  }

  private init?(name: String, _ reader: ObjectReader) {
    let title = reader.value(ProfileFields.title)
    let languages = reader.value(ProfileFields.languages)
    let media = reader.value(ProfileFields.media)
    let margins = reader.value(ProfileFields.margins)
    let resolutions = reader.value(ProfileFields.resolutions)
    let duplex = reader.value(ProfileFields.duplex)
    let turning = reader.value(ProfileFields.turning)
    let source = reader.value(ProfileFields.source)
    let isVerified = reader.value(ProfileFields.verified)
    let pitch = reader.value(ProfileFields.charactersPerInch)
    let reduction = reader.value(ProfileFields.codeReduction) ?? 0
    let dotMatrix = reader.value(ProfileFields.dotMatrix)
    let isColour = reader.value(ProfileFields.colour) ?? false
    let isApproved = reader.value(ProfileFields.approved) ?? false
    let quirks = reader.value(ProfileFields.quirks) ?? []
    let sources = reader.value(ProfileFields.sources) ?? []
    let unknown = reader.value(ProfileFields.unknown) ?? []
    reader.finish()
    guard let title, let languages, let media, let margins, let resolutions, let duplex,
      let source, let isVerified
    else { return nil }
    self.init(
      name: name, title: title, languages: languages, media: media.map(\.name),
      printableArea: margins.printableArea, resolutions: resolutions, isColour: isColour,
      duplex: duplex, turning: turning,
      residentPitch: pitch.map { Length(units: Length.unitsPerInch / $0) },
      isApprovedForSelfPrint: isApproved, quirks: quirks, sources: sources,
      codeReductionDots: reduction, dotMatrix: dotMatrix, source: source, isVerified: isVerified,
      unknown: unknown)
    checkImpact(reader)
    if turning != nil, duplex == .automatic {
      reader.findings.error(at: reader.place(of: "turning"), Wording.turnsItself)
    }
  }

  /// An impact printer needs its traits and its pitch; any other printer has neither.
  private func checkImpact(_ reader: ObjectReader) {
    let isImpact = languages.contains(where: \.isImpact)
    if isImpact != (dotMatrix != nil) {
      reader.findings.error(at: reader.place(of: "dotMatrix"), Wording.impactTraits(isImpact))
    }
    if isImpact, residentPitch == nil {
      reader.findings.error(at: reader.place, Wording.impactPitch)
    }
  }
}

extension MediaSize: NodeReadable {
  /// Reads the name of a medium, or reports that the text is none and returns `nil`.
  package init?(_ node: Node, _ findings: Findings) {
    guard let text = String(node, findings) else { return nil }
    guard let media = MediaSize(text) else {
      findings.error(at: node.place, Wording.notMedia(text), hint: Wording.mediaExample)
      return nil
    }
    self = media
  }
}

extension PaperSource: NodeReadable {
  /// Reads a paper source with its name and stock; `nil` when either is missing or wrong.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let name = reader.value(ProfileFields.Source.name)
    let stock = reader.value(ProfileFields.Source.stock)
    let feed = reader.value(ProfileFields.Source.feed) ?? .sheet
    reader.finish()
    guard let name, let stock else { return nil }
    self.init(name: name, stock: stock, feed: feed)
  }
}

extension DotMatrixTraits: NodeReadable {
  /// Reads the traits of an impact printer; `nil` when the pins are missing or wrong.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let pins = reader.value(ProfileFields.DotMatrix.pins)
    let chinese = reader.value(ProfileFields.DotMatrix.chinese)
    let copies = reader.value(ProfileFields.DotMatrix.copies)
    let verified = reader.value(ProfileFields.DotMatrix.verified) ?? ""
    reader.finish()
    guard let pins else { return nil }
    self.init(
      pins: pins, startsInChineseMode: chinese, carbonCopies: copies, verifiedCharacters: verified)
  }
}
