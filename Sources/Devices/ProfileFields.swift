/// All members of a printer profile: the one description behind reader and schema.
enum ProfileFields {
  private static let sentence = SchemaShape.text(pattern: nil)
  private static let margin = SchemaShape.number(from: 0, to: 100)

  static let title = ProfileField<String>("title", sentence, isRequired: true, "A name for people.")
  static let languages = ProfileField<[DeviceProfile.PrinterLanguage]>(
    "languages", .list(.choice(DeviceProfile.PrinterLanguage.allCases.map(\.rawValue)), atLeast: 1),
    isRequired: true, "What the printer takes, best first.")
  static let media = ProfileField<[MediaSize]>(
    "media", .list(.text(pattern: "^[a-z]+_[a-z0-9.-]+_[0-9.]+x[0-9.]+(mm|in)$"), atLeast: 1),
    isRequired: true, "Paper sizes by PWG 5101.1 name, such as iso_a4_210x297mm.")
  static let margins = ProfileField<ProfileMargins>(
    "margins", .record(Margins.all), isRequired: true,
    "What cannot be printed on at the edges of an A4 sheet, in mm.")
  static let resolutions = ProfileField<[Int]>(
    "resolutions", .list(.whole(from: 60, to: 2400), atLeast: 1), isRequired: true,
    "Dots per inch, best first.")
  static let colour = ProfileField<Bool>(
    "colour", .flag, "Whether it prints in colour; no if absent.")
  static let duplex = ProfileField<DeviceProfile.Duplex>(
    "duplex", .choice(DeviceProfile.Duplex.allCases.map(\.rawValue)), isRequired: true,
    "Whether the printer turns the sheet itself, or a person.")
  static let turning = ProfileField<Devices.Turning>(
    "turning", .record(Turning.all),
    "How sheets go back for their backs where a person turns them; printer turning-test finds it.")
  static let charactersPerInch = ProfileField<Int>(
    "charactersPerInch", .whole(from: 5, to: 20),
    "Pitch of the resident font of an impact printer.")
  static let approved = ProfileField<Bool>(
    "approvedForSelfPrint", .flag,
    "Whether enterprises may print sealed originals on it; no if absent.")
  static let quirks = ProfileField<[String]>(
    "quirks", .list(sentence, atLeast: 0), "Known deviations, with their source.")
  static let sources = ProfileField<[PaperSource]>(
    "sources", .list(.record(Source.all), atLeast: 0), "Trays; left out when there is one.")
  static let codeReduction = ProfileField<Int>(
    "codeReduction", .whole(from: 0, to: 4),
    "Dots taken off the width and height of a signed code's dark areas; 0 if absent.")
  static let dotMatrix = ProfileField<DotMatrixTraits>(
    "dotMatrix", .record(DotMatrix.all), "For impact printers only.")
  static let source = ProfileField<String>(
    "source", sentence, isRequired: true, "Where these facts come from.")
  static let verified = ProfileField<Bool>(
    "verified", .flag, isRequired: true, "Whether all of it was seen on the device.")
  static let unknown = ProfileField<[String]>(
    "unknown", .list(sentence, atLeast: 0), "What nobody has confirmed yet.")

  static var all: [AnyProfileField] {
    [
      title.erased, languages.erased, media.erased, margins.erased, resolutions.erased,
      colour.erased, duplex.erased, turning.erased, charactersPerInch.erased, approved.erased,
      quirks.erased, sources.erased, codeReduction.erased, dotMatrix.erased, source.erased,
      verified.erased, unknown.erased,
    ]
  }

  /// The members of `margins`.
  enum Margins {
    static let left = ProfileField<Double>("left", margin, isRequired: true, "Left edge, mm.")
    static let top = ProfileField<Double>("top", margin, isRequired: true, "Top edge, mm.")
    static let right = ProfileField<Double>("right", margin, isRequired: true, "Right edge, mm.")
    static let bottom = ProfileField<Double>("bottom", margin, isRequired: true, "Bottom edge, mm.")
    static var all: [AnyProfileField] { [left.erased, top.erased, right.erased, bottom.erased] }
  }

  /// The members of one of `sources`.
  enum Source {
    static let name = ProfileField<String>(
      "name", sentence, isRequired: true, "IPP media-source keyword, such as tray-2.")
    static let stock = ProfileField<PaperSource.Stock>(
      "stock", .choice(PaperSource.Stock.allCases.map(\.rawValue)), isRequired: true,
      "What lies in it.")
    static let feed = ProfileField<PaperSource.Feed>(
      "feed", .choice(PaperSource.Feed.allCases.map(\.rawValue)),
      "Whether the paper comes by the sheet or in one strip; by the sheet if absent.")
    static var all: [AnyProfileField] { [name.erased, stock.erased, feed.erased] }
  }

  /// The members of `turning`.
  enum Turning {
    static let pile = ProfileField<Devices.Turning.Pile>(
      "pile", .choice(Devices.Turning.Pile.allCases.map(\.rawValue)), isRequired: true,
      "Whether the printed pile goes back as it came out, or turned over like a book's page.")
    static let order = ProfileField<Devices.Turning.Order>(
      "order", .choice(Devices.Turning.Order.allCases.map(\.rawValue)), isRequired: true,
      "Whether the sheets are then drawn in by the same order or the reversed one.")
    static let rotation = ProfileField<Devices.Turning.Rotation>(
      "rotation", .choice(Devices.Turning.Rotation.allCases.map(\.rawValue)), isRequired: true,
      "Whether back pages are turned by half a turn to stand upright.")
    static var all: [AnyProfileField] { [pile.erased, order.erased, rotation.erased] }
  }

  /// The members of `dotMatrix`.
  enum DotMatrix {
    static let pins = ProfileField<Int>(
      "pins", .whole(from: 9, to: 48), isRequired: true, "Pins of the head.")
    static let chinese = ProfileField<Bool>(
      "startsInChineseMode", .flag, "State after switching on; left out when not known.")
    static let copies = ProfileField<Int>(
      "carbonCopies", .whole(from: 0, to: 9), "Copies besides the first sheet, if known.")
    static let verified = ProfileField<String>(
      "verifiedCharacters", sentence, "Characters beyond ASCII seen correct on paper.")
    static var all: [AnyProfileField] {
      [pins.erased, chinese.erased, copies.erased, verified.erased]
    }
  }
}
