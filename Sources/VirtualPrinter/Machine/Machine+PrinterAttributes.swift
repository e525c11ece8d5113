extension Machine {
  /// The printer's attributes (RFC 8011 section 5.4, PWG 5100.7, PWG 5102.4).
  func printerAttributes() -> [AttributeWish.Shelf] {
    [
      AttributeWish.Shelf(
        groups: ["all", "printer-description", "printer-status"],
        attributes: identity + state + abilities + raster),
      AttributeWish.Shelf(
        groups: ["all", "job-template", "printer-defaults"],
        attributes: choices + paper),
      AttributeWish.Shelf(
        groups: ["media-col-database"],
        attributes: [WireAttribute("media-col-database", mediaColumns)]),
    ]
  }

  /// `printer-state`: idle, processing or stopped (RFC 8011 section 5.4.11).
  private var stateCode: Int32 {
    if trouble != nil || (isPaused && inPath == nil) { return 5 }
    return current == nil ? 3 : 4
  }

  /// `printer-state-reasons` (RFC 8011 section 5.4.12).
  var stateReasons: [String] {
    var reasons = trouble?.reasons ?? []
    if isPaused { reasons.append(inPath == nil ? "paused" : "moving-to-paused") }
    return reasons.isEmpty ? ["none"] : reasons
  }

  private var identity: [WireAttribute] {
    [
      WireAttribute("printer-uri-supported", .uri(uri)),
      WireAttribute("uri-authentication-supported", .keyword("requesting-user-name")),
      WireAttribute("uri-security-supported", .keyword("none")),
      WireAttribute("printer-name", .name(settings.name)),
      WireAttribute("printer-info", .words(settings.name)),
      WireAttribute("printer-location", .words("")),
      WireAttribute("printer-make-and-model", .words("OriginPress \(settings.name)")),
      WireAttribute("printer-more-info", .uri("http://\(settings.host):\(port)/")),
    ]
  }

  private var state: [WireAttribute] {
    [
      WireAttribute("printer-state", .enumeration(stateCode)),
      WireAttribute("printer-state-reasons", stateReasons.map { .keyword($0) }),
      WireAttribute("printer-state-message", .words(stateReasons.joined(separator: ", "))),
      WireAttribute("printer-is-accepting-jobs", .boolean(true)),
      WireAttribute("printer-up-time", .integer(Int32(clamping: upTime))),
      WireAttribute(
        "queued-job-count", .integer(Int32(jobs.values.filter { !$0.state.isFinal }.count))),
    ]
  }

  private var abilities: [WireAttribute] {
    [
      WireAttribute("ipp-versions-supported", ["1.1", "2.0"].map { .keyword($0) }),
      WireAttribute(
        "operations-supported",
        WireOperation.allCases.map { .enumeration(Int32($0.rawValue)) }),
      WireAttribute("charset-configured", .text(tag: WireTag.charset, "utf-8")),
      WireAttribute(
        "charset-supported", ["us-ascii", "utf-8"].map { .text(tag: WireTag.charset, $0) }),
      WireAttribute("natural-language-configured", .text(tag: WireTag.naturalLanguage, "en")),
      WireAttribute(
        "generated-natural-language-supported", .text(tag: WireTag.naturalLanguage, "en")),
      WireAttribute("document-format-default", .mimeType(settings.formats[0])),
      WireAttribute("document-format-supported", formats.map { .mimeType($0) }),
      WireAttribute("compression-supported", .keyword("none")),
      WireAttribute("pdl-override-supported", .keyword("attempted")),
      WireAttribute("multiple-document-jobs-supported", .boolean(false)),
      WireAttribute("multiple-operation-time-out", .integer(Int32(settings.patience))),
      WireAttribute("multiple-operation-time-out-action", .keyword("abort-job")),
      WireAttribute(
        "which-jobs-supported", ["completed", "not-completed", "all"].map { .keyword($0) }),
      WireAttribute("job-ids-supported", .boolean(false)),
      WireAttribute("color-supported", .boolean(true)),
      WireAttribute("identify-actions-default", .keyword("display")),
      WireAttribute("identify-actions-supported", .keyword("display")),
      WireAttribute("pages-per-minute", sheetsPerMinute),
      WireAttribute("pages-per-minute-color", sheetsPerMinute),
    ]
  }

  private var sheetsPerMinute: WireValue {
    .integer(Int32(clamping: Int(60 / max(settings.secondsPerSheet, 0.001))))
  }

  private var raster: [WireAttribute] {
    guard settings.formats.contains("image/pwg-raster") else { return [] }
    return [
      WireAttribute(
        "pwg-raster-document-resolution-supported", settings.resolutions.map(Self.dots)),
      WireAttribute("pwg-raster-document-sheet-back", .keyword("normal")),
      WireAttribute(
        "pwg-raster-document-type-supported",
        ["black_1", "sgray_8", "srgb_8"].map { .keyword($0) }),
    ]
  }

  private var choices: [WireAttribute] {
    Self.defaults + Self.plainSupported + [
      WireAttribute("copies-default", .integer(1)),
      WireAttribute("copies-supported", .range(1, Int32(Self.mostCopies))),
      WireAttribute("job-priority-default", .integer(50)),
      WireAttribute("job-priority-supported", .integer(100)),
      WireAttribute("sides-default", .keyword("one-sided")),
      WireAttribute("sides-supported", sides.map { .keyword($0) }),
      WireAttribute("printer-resolution-default", Self.dots(settings.resolutions[0])),
      WireAttribute("printer-resolution-supported", settings.resolutions.map(Self.dots)),
      WireAttribute(
        "job-creation-attributes-supported",
        (Self.plainSupported.map { String($0.name.dropLast("-supported".count)) }
          + ["copies", "job-priority", "media", "media-col", "printer-resolution", "sides"])
          .map { .keyword($0) }),
    ]
  }

  private var paper: [WireAttribute] {
    let ready = trays.filter { $0.isHandFed || !$0.isEmpty }
    var list = [
      WireAttribute("media-default", .keyword(trays[0].media)),
      WireAttribute("media-supported", media.map { .keyword($0) }),
      WireAttribute("media-source-supported", (["auto"] + trays.map(\.name)).map { .keyword($0) }),
      WireAttribute("media-type-supported", .keyword("stationery")),
      WireAttribute(
        "media-col-supported",
        ["media-size", "media-source", "media-type"].map { .keyword($0) }),
      WireAttribute("media-col-default", mediaColumn(trays[0])),
      WireAttribute("media-size-supported", media.compactMap(Self.sizeCollection)),
    ]
    for edge in ["bottom", "left", "right", "top"] {
      list.append(WireAttribute("media-\(edge)-margin-supported", .integer(Self.margin)))
    }
    if !ready.isEmpty {
      list.append(WireAttribute("media-ready", ready.map { .keyword($0.media) }))
      list.append(WireAttribute("media-col-ready", ready.map(mediaColumn)))
    }
    return list
  }

  /// Hundredths of a millimetre that cannot be printed on.
  private static let margin: Int32 = 423

  private var mediaColumns: [WireValue] { trays.map(mediaColumn) }

  private func mediaColumn(_ tray: Tray) -> WireValue {
    var members = [WireAttribute("media-key", .keyword("\(tray.media)_\(tray.name)"))]
    if let size = Self.sizeCollection(tray.media) {
      members.append(WireAttribute("media-size", size))
    }
    for edge in ["bottom", "left", "right", "top"] {
      members.append(WireAttribute("media-\(edge)-margin", .integer(Self.margin)))
    }
    members.append(WireAttribute("media-source", .keyword(tray.name)))
    members.append(WireAttribute("media-type", .keyword("stationery")))
    return .collection(members)
  }

  private static func sizeCollection(_ media: String) -> WireValue? {
    size(media).map { size in
      .collection([
        WireAttribute("x-dimension", .integer(Int32(clamping: size.width))),
        WireAttribute("y-dimension", .integer(Int32(clamping: size.height))),
      ])
    }
  }
}
