package import Devices
package import Diagnostics
import Measures

extension PrinterStatus {
  /// Where this printer differs from a profile, each difference by the profile's field.
  ///
  /// An error is something that the profile promises and pages rely on; a warning, a language that
  /// another one stands in for; information, something that the printer could do besides. What the
  /// printer says nothing about is no difference.
  ///
  /// - Parameter profile: the profile that pages for this printer are made by.
  /// - Returns: the differences in the order of the profile's fields; empty when there are none.
  package func differences(from profile: DeviceProfile) -> [Diagnostic] {
    let findings = Findings()
    compareLanguages(profile, findings)
    compareMedia(profile, findings)
    compareMargins(profile, findings)
    compareResolutions(profile, findings)
    compareColour(profile, findings)
    compareSides(profile, findings)
    compareSources(profile, findings)
    return findings.diagnostics
  }

  private func compareLanguages(_ profile: DeviceProfile, _ findings: Findings) {
    guard !formats.isEmpty else { return }
    let missing = profile.languages.filter { language in
      !formats.contains(language.format.rawValue)
    }
    let severity: Diagnostic.Severity =
      missing.count == profile.languages.count ? .error : .warning
    for language in missing {
      findings.report(
        Diagnostic(
          severity, at: .field("languages"), Wording.lacks(language.rawValue),
          hint: Wording.supported(formats)))
    }
  }

  private func compareMedia(_ profile: DeviceProfile, _ findings: Findings) {
    guard !mediaSupported.isEmpty else { return }
    for name in profile.media where !JobTicket.takes(name, mediaSupported) {
      findings.error(
        at: .field("media"), Wording.lacks(name), hint: Wording.supported(mediaSupported))
    }
  }

  private func compareMargins(_ profile: DeviceProfile, _ findings: Findings) {
    let free = profile.margins
    let edges = [
      ("left", free.left), ("top", free.top), ("right", free.right), ("bottom", free.bottom),
    ]
    for (edge, width) in edges {
      guard let least = leastMargin(edge), least > width + JobTicket.marginTolerance else {
        continue
      }
      findings.error(
        at: .field("margins.\(edge)"),
        Wording.widerMargin("\(width)", "\(least)"))
    }
  }

  private func compareResolutions(_ profile: DeviceProfile, _ findings: Findings) {
    let all = resolutions + rasterResolutions
    guard !all.isEmpty else { return }
    for resolution in profile.resolutions where !all.contains(resolution) {
      findings.error(
        at: .field("resolutions"), Wording.lacks("\(resolution) dpi"),
        hint: Wording.supported(Set(all).sorted().map { "\($0) dpi" }))
    }
  }

  private func compareColour(_ profile: DeviceProfile, _ findings: Findings) {
    guard let isColour = attributes.flag("color-supported"), isColour != profile.isColour else {
      return
    }
    compare(profile.isColour, "colour", at: "colour", findings)
  }

  private func compareSides(_ profile: DeviceProfile, _ findings: Findings) {
    guard !sides.isEmpty else { return }
    let turns = sides.contains(JobTicket.Sides.twoSidedLongEdge.rawValue)
    guard turns != (profile.duplex == .automatic) else { return }
    compare(!turns, "automatic two-sided printing", at: "duplex", findings)
  }

  private func compareSources(_ profile: DeviceProfile, _ findings: Findings) {
    guard !sources.isEmpty else { return }
    for source in profile.sources where !sources.contains(source.name) {
      findings.error(
        at: .field("sources"), Wording.lacks(source.name), hint: Wording.supported(sources))
    }
  }

  /// Reports an ability that only one of the two has.
  private func compare(
    _ isPromised: Bool, _ what: String, at field: String, _ findings: Findings
  ) {
    if isPromised {
      findings.error(at: .field(field), Wording.lacks(what))
    } else {
      findings.information(at: .field(field), Wording.hasMore(what))
    }
  }
}

extension DeviceProfile {
  /// The edges of an A4 sheet that pages made by the profile leave free.
  package var margins: JobTicket.Margins {
    let area = printableArea
    return JobTicket.Margins(
      left: area.left, top: area.top, right: Size.a4.width - area.right,
      bottom: Size.a4.height - area.bottom)
  }
}

extension DeviceProfile {
  /// What of the profile does not go over a raw connection: no language but the printer's own.
  package var rawDifferences: [Diagnostic] {
    let lost = languages.filter { $0.format != .raw }
    let severity: Diagnostic.Severity = lost.count == languages.count ? .error : .warning
    return lost.map {
      Diagnostic(
        severity, at: .field("languages"), Wording.lacks($0.rawValue), hint: Wording.needsRaw)
    }
  }
}

extension DeviceProfile.PrinterLanguage {
  /// The form of document it goes in.
  package var format: PrintDocument.Format {
    switch self {
    case .pdf: .pdf
    case .pwgRaster: .pwgRaster
    case .escp, .escp2, .oki5530: .raw
    }
  }
}
