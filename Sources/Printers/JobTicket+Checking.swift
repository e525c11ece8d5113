import Devices
package import Diagnostics
import Measures

extension JobTicket {
  /// Reports everything of the ticket that the printer does not do, before anything is sent.
  ///
  /// An attribute that the printer says nothing about is left to Validate-Job.
  package func check(against status: PrinterStatus, _ findings: Findings) {
    if let media, !Self.takes(media, status.mediaSupported) {
      refuse("media", media, status.mediaSupported, findings)
    }
    if let source, !status.sources.isEmpty, !status.sources.contains(source) {
      refuse("media-source", source, status.sources, findings)
    }
    checkLoadedMedia(status, findings)
    if !status.sides.isEmpty ? !status.sides.contains(sides.rawValue) : sides != .oneSided {
      refuse("sides", sides.rawValue, status.sides, findings)
    }
    let range = status.copies ?? 1...1
    if !range.contains(copies) {
      refuse("copies", "\(copies)", ["\(range.lowerBound)-\(range.upperBound)"], findings)
    }
    if let format, !status.formats.contains(format.rawValue) {
      refuse("document-format", format.rawValue, status.formats, findings)
    }
    checkResolution(status, findings)
    checkMargins(status, findings)
  }

  /// Refuses a tray that holds paper of another size, where the printer says what it holds.
  private func checkLoadedMedia(_ status: PrinterStatus, _ findings: Findings) {
    guard let source, let media, let wanted = MediaSize(media)?.size,
      let loaded = status.loadedSizes[source],
      !loaded.contains(where: { Self.isAlike($0, wanted) })
    else { return }
    findings.error(
      at: .field("media-source"), Wording.otherPaper(source, media),
      hint: Wording.loaded(loaded.map { "\($0.width) × \($0.height)" }))
  }

  /// Refuses a printer whose unprintable edges are wider than what the pages leave free.
  private func checkMargins(_ status: PrinterStatus, _ findings: Findings) {
    guard let margins else { return }
    let edges = [
      ("left", margins.left), ("top", margins.top), ("right", margins.right),
      ("bottom", margins.bottom),
    ]
    for (edge, free) in edges {
      guard let least = status.leastMargin(edge), least > free + Self.marginTolerance else {
        continue
      }
      refuse(
        "media-\(edge)-margin", "\(free)", ["\(least) –"], findings)
    }
  }

  /// Half of IPP's unit of a hundredth of a millimetre, for values that were rounded to it.
  static let marginTolerance = Length.mm(0.005)

  /// Whether two sizes are one paper, half a millimetre of rounding between inches and metres allowed.
  private static func isAlike(_ a: Size, _ b: Size) -> Bool {
    let tolerance = Length.mm(0.5)
    return a.width <= b.width + tolerance && b.width <= a.width + tolerance
      && a.height <= b.height + tolerance && b.height <= a.height + tolerance
  }

  private func checkResolution(_ status: PrinterStatus, _ findings: Findings) {
    guard let resolution else { return }
    let supported =
      format == .pwgRaster && !status.rasterResolutions.isEmpty
      ? status.rasterResolutions : status.resolutions
    if !supported.isEmpty, !supported.contains(resolution) {
      refuse("printer-resolution", "\(resolution)dpi", supported.map { "\($0)dpi" }, findings)
    }
  }

  private func refuse(
    _ attribute: String, _ value: String, _ supported: [String], _ findings: Findings
  ) {
    findings.error(
      at: .field(attribute), Wording.unsupported(attribute, value),
      hint: Wording.supported(supported))
  }

  /// Whether the list names the paper, or a range of custom sizes that holds it.
  static func takes(_ media: String, _ supported: [String]) -> Bool {
    if supported.isEmpty || supported.contains(media) { return true }
    guard let size = MediaSize(media)?.size else { return false }
    func bound(_ prefix: String) -> MediaSize? {
      supported.first { $0.hasPrefix(prefix) }.flatMap { MediaSize($0) }
    }
    guard let least = bound("custom_min")?.size, let most = bound("custom_max")?.size else {
      return false
    }
    return size.width >= least.width && size.height >= least.height
      && size.width <= most.width && size.height <= most.height
  }
}
