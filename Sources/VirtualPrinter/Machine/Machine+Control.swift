package import Diagnostics

extension Machine {
  /// What a person at the printer, or a test, sees.
  package struct Report: Codable, Sendable {
    /// A tray as it is now.
    package struct TrayReport: Codable, Sendable {
      /// The IPP `media-source` keyword.
      package let name: String
      /// The PWG name of the paper.
      package let media: String
      /// Sheets left; `nil` for a tray that never runs empty.
      package let sheets: Int?
      /// The number on the topmost sheet; `nil` for plain paper.
      package let stock: String?
    }

    /// A job in memory.
    package struct JobReport: Codable, Sendable {
      /// `job-id`.
      package let id: Int
      /// Which job this was since the program began, from 1.
      package let ordinal: Int
      /// `job-uuid` as it is now.
      package let uuid: String
      /// `job-name`.
      package let name: String
      /// `job-state` as its enum value.
      package let state: Int
      /// `job-state-reasons`.
      package let reasons: [String]
      /// `job-impressions-completed`.
      package let impressions: Int
      /// `job-media-sheets-completed`.
      package let sheets: Int
    }

    /// The printer's URI.
    package let uri: String
    /// `printer-state-reasons` without `none`.
    package let reasons: [String]
    /// `printer-up-time` in seconds.
    package let upTime: Int
    /// The trays in their order.
    package let trays: [TrayReport]
    /// The jobs in memory, oldest first.
    package let jobs: [JobReport]
  }

  /// The printer as it is now.
  package func report() -> Report {
    Report(
      uri: uri, reasons: stateReasons.filter { $0 != "none" }, upTime: upTime,
      trays: trays.map { tray in
        Report.TrayReport(
          name: tray.name, media: tray.media, sheets: tray.isHandFed ? tray.fed.count : tray.sheets,
          stock: (tray.isHandFed ? tray.fed.first ?? nil : tray.stock)?.description)
      },
      jobs: jobs.values.sorted { $0.ordinal < $1.ordinal }.map { job in
        Report.JobReport(
          id: job.id, ordinal: job.ordinal, uuid: job.uuid, name: job.name,
          state: Int(job.state.rawValue), reasons: job.reasons, impressions: job.impressions,
          sheets: job.sheets)
      })
  }

  /// Does what a person at the printer would do.
  ///
  /// - `fault job=N …` adds a fault, `faults-end` forgets all of them;
  /// - `clear` clears a jam, closes the cover, presses the button;
  /// - `stop` and `resume` press the pause button;
  /// - `power-cycle [down=SECONDS]` pulls the plug;
  /// - `load tray=NAME [sheets=N] [stock=NUMBER]` fills a tray;
  /// - `feed tray=NAME [stock=NUMBER]` lays one sheet into a hand-fed tray.
  ///
  /// - Parameter text: one line.
  /// - Throws: ``Refusal`` that names the word that is wrong.
  package func command(_ text: String) throws(Refusal) {
    let name = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    switch name {
    case "fault": faults.append(try Fault(parsing: String(text.drop { $0 == " " }.dropFirst(5))))
    case "power-cycle": try cyclePower(text)
    case "load": try load(text)
    case "feed": try feed(text)
    default: try press(text)
    }
    changed()
  }

  private static let plainCommands = ["clear", "stop", "resume", "faults-end"]
  private static let commands = plainCommands + ["fault", "power-cycle", "load", "feed"]

  private func press(_ text: String) throws(Refusal) {
    let words = Words(text, "command", allowed: [])
    try words.finish()
    switch words.first {
    case "clear":
      guard trouble != nil else { throw Self.refusal("clear", Wording.notInTrouble) }
      trouble = nil
    case "stop": isPaused = true
    case "resume": isPaused = false
    case "faults-end": faults = []
    default:
      throw Self.refusal(
        "", Wording.unknownWord(words.first), hint: Hint.name(words.first, among: Self.commands))
    }
  }

  private func cyclePower(_ text: String) throws(Refusal) {
    var words = Words(text, "power-cycle", allowed: ["down"])
    let down = words.seconds("down")
    try words.finish()
    cutPower(down ?? 0.5)
  }

  private func load(_ text: String) throws(Refusal) {
    var words = Words(text, "load", allowed: ["tray", "sheets", "stock"])
    let sheets = words.number("sheets", in: 0...1_000_000)
    let stock = words.stock()
    try words.finish()
    let tray = try tray(named: words.text("tray"))
    trays[tray].sheets = sheets
    trays[tray].stock = stock
    endWaitingForPaper()
  }

  private func feed(_ text: String) throws(Refusal) {
    var words = Words(text, "feed", allowed: ["tray", "stock"])
    let stock = words.stock()
    try words.finish()
    let tray = try tray(named: words.text("tray"))
    guard trays[tray].isHandFed else { throw Self.refusal("feed.tray", Wording.notHandFed) }
    trays[tray].fed.append(stock)
    endWaitingForPaper()
  }

  /// The printer sees new paper by itself.
  private func endWaitingForPaper() {
    if trouble?.reasons.contains("media-needed-error") == true { trouble = nil }
  }

  private func tray(named name: String?) throws(Refusal) -> Int {
    guard let tray = trays.firstIndex(where: { $0.name == name }) else {
      throw Self.refusal(
        "tray", Wording.unknownTray(name ?? ""), hint: Hint.allowed(trays.map(\.name)))
    }
    return tray
  }

  private static func refusal(
    _ field: String, _ message: Message, hint: Message? = nil
  ) -> Refusal {
    Refusal(Diagnostic(at: .field(field), message, hint: hint))
  }
}
