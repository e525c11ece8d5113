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
  private static func takes(_ media: String, _ supported: [String]) -> Bool {
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
