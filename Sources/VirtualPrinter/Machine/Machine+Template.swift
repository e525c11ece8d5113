extension Machine {
  /// The most copies of one job.
  static let mostCopies = 99
  /// Job template attributes that change nothing on the paper here, with the values taken.
  private static let plain: [String: [WireValue]] = [
    "job-hold-until": [.keyword("no-hold"), .keyword("indefinite")],
    "job-sheets": [.keyword("none")],
    "multiple-document-handling": [.keyword("single-document")],
    "orientation-requested": (3...6).map { .enumeration($0) },
    "print-quality": (3...5).map { .enumeration($0) },
    "print-color-mode": [.keyword("auto"), .keyword("color"), .keyword("monochrome")],
    "print-scaling": ["auto", "auto-fit", "fill", "fit", "none"].map { .keyword($0) },
    "output-bin": [.keyword("face-down")],
    "finishings": [.enumeration(3)],
    "number-up": [.integer(1)],
    "print-content-optimize": [.keyword("auto")],
  ]

  /// `…-supported` of the attributes that change nothing.
  static let plainSupported: [WireAttribute] = plain.sorted { $0.key < $1.key }
    .map { WireAttribute("\($0.key)-supported", $0.value) }

  /// `…-default` of the same attributes: the first value, where one is usual.
  static let defaults: [WireAttribute] = plain.sorted { $0.key < $1.key }.map { entry in
    let usual: [String: WireValue] = ["print-quality": .enumeration(4)]
    return WireAttribute("\(entry.key)-default", usual[entry.key] ?? entry.value[0])
  }

  /// The attributes of a job that the printer does not do as they stand.
  func unsupported(_ template: [WireAttribute]) -> [WireAttribute] {
    template.compactMap { attribute in
      guard isKnown(attribute.name) else { return WireAttribute(attribute.name, .outOfBand(0x10)) }
      return attribute.values.allSatisfy { takes(attribute.name, $0) } ? nil : attribute
    }
  }

  private func isKnown(_ name: String) -> Bool {
    Self.plain[name] != nil
      || [
        "copies", "job-impressions", "job-priority", "media", "media-col", "printer-resolution",
        "sides",
      ]
      .contains(name)
  }

  private func takes(_ name: String, _ value: WireValue) -> Bool {
    switch name {
    case "copies": return value.number.map { (1...Self.mostCopies).contains($0) } ?? false
    case "job-priority": return value.number.map { (1...100).contains($0) } ?? false
    case "job-impressions": return value.number.map { $0 >= 0 } ?? false
    case "sides": return value.string.map(sides.contains) ?? false
    case "media": return value.string.map { media.contains($0) } ?? false
    case "media-col": return value.members.map(takesCollection) ?? false
    case "printer-resolution": return settings.resolutions.contains { Self.dots($0) == value }
    default: return Self.plain[name]?.contains(value) ?? false
    }
  }

  private func takesCollection(_ members: [WireAttribute]) -> Bool {
    if let source = members.string("media-source"), source != "auto",
      !trays.contains(where: { $0.name == source })
    {
      return false
    }
    guard let size = members["media-size"]?.values.first?.members else { return true }
    return sizes.contains { dimensions in
      abs(dimensions.width - (size.number("x-dimension") ?? 0)) <= Self.tolerance
        && abs(dimensions.height - (size.number("y-dimension") ?? 0)) <= Self.tolerance
    }
  }

  /// Hundredths of a millimetre by which sizes of the same paper may differ.
  private static let tolerance = 50

  /// The tray a job prints from: the one named, else the first with its paper.
  func tray(for template: [WireAttribute]) -> Int {
    let members = template["media-col"]?.values.first?.members ?? []
    if let source = members.string("media-source"),
      let tray = trays.firstIndex(where: { $0.name == source })
    {
      return tray
    }
    let paper = template.string("media")
    return trays.firstIndex { !$0.isHandFed && $0.media == paper } ?? 0
  }

  /// Values of `sides-supported`.
  var sides: [String] {
    ["one-sided"] + (settings.isDuplex ? ["two-sided-long-edge", "two-sided-short-edge"] : [])
  }

  /// The papers of the trays, each once, in their order.
  var media: [String] {
    trays.reduce(into: []) { list, tray in
      if !list.contains(tray.media) { list.append(tray.media) }
    }
  }

  /// The papers' sizes in hundredths of a millimetre.
  var sizes: [(width: Int, height: Int)] { media.compactMap(Self.size) }

  static func size(_ media: String) -> (width: Int, height: Int)? {
    guard let text = media.split(separator: "_").last, text.count > 2 else { return nil }
    let unit = text.hasSuffix("in") ? 2540.0 : 100.0
    let numbers = text.dropLast(2).split(separator: "x").compactMap { Double($0) }
    guard numbers.count == 2 else { return nil }
    return (Int((numbers[0] * unit).rounded()), Int((numbers[1] * unit).rounded()))
  }

  static func dots(_ perInch: Int) -> WireValue {
    .resolution(across: Int32(perInch), down: Int32(perInch), unit: 3)
  }
}
