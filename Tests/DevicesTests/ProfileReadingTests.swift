import Devices
import Diagnostics
import Foundation
import Measures
import Testing

@Suite("Printer profiles")
struct ProfileReadingTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "printers")

  private let good = """
    title: A printer
    languages: [pdf]
    media: [iso_a4_210x297mm, na_letter_8.5x11in]
    margins: {left: 4, top: 5, right: 6, bottom: 7}
    resolutions: [600]
    duplex: automatic
    source: a data sheet
    verified: true

    """

  private func read(_ text: String) throws -> DeviceProfile {
    try DeviceProfile.read("test", from: Array(text.utf8), file: "test.yaml")
  }

  private func faults(_ text: String) -> [String] {
    let refusal = #expect(throws: Refusal.self) { try read(text) }
    return refusal?.diagnostics.map { $0.text(in: .english) } ?? []
  }

  private static func catalogue() throws -> DeviceCatalogue {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    return try DeviceCatalogue(
      files: names.map {
        DeviceCatalogue.File(
          name: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
      })
  }

  @Test("a profile is read with margins as the printable part of A4")
  func reads() throws {
    let profile = try read(good)
    #expect(profile.name == "test")
    #expect(profile.media == ["iso_a4_210x297mm", "na_letter_8.5x11in"])
    #expect(
      profile.printableArea == Rect(x: .mm(4), y: .mm(5), width: .mm(200), height: .mm(285)))
    #expect(profile.isColour == false)
    #expect(profile.duplex == .automatic)
    #expect(profile.isVerified)
  }

  @Test("every profile of the repository loads, the default among them")
  func loadsAll() throws {
    let catalogue = try Self.catalogue()
    #expect(catalogue.profiles.map(\.name).contains(DeviceCatalogue.defaultName))
    for name in [
      "generic-ipp-everywhere", "colour-duplex-laser", "mono-laser",
      "chamber-laser-with-stock-tray", "generic-24pin",
    ] {
      #expect(try catalogue.profile(named: name).media.contains("iso_a4_210x297mm"))
    }
  }

  @Test("S2-131: impact printers have pins, a pitch, and at most 203.2 mm of a line")
  func knowsImpactPrinters() throws {
    let impact = try Self.catalogue().profiles.filter { $0.dotMatrix != nil }
    #expect(impact.count >= 8)
    for profile in impact {
      #expect(profile.dotMatrix?.pins == 24)
      #expect(profile.residentPitch == .inches(0.1))
      #expect(profile.printableArea.width <= .mm(203.2))
      let pitches = [10, 12, 15, 120.0 / 7, 20].map { Length.inches(1 / $0) }
      #expect(profile.residentPitches == pitches)
      #expect(profile.codeResolution == 180)
      #expect(!profile.unknown.isEmpty)
      #expect(!profile.isApprovedForSelfPrint)
    }
  }

  @Test("the chamber's laser keeps numbered stock apart")
  func knowsStockTray() throws {
    let profile = try Self.catalogue().profile(named: "chamber-laser-with-stock-tray")
    #expect(profile.sources.first { $0.stock == .numbered }?.name == "tray-2")
  }

  @Test("an unknown profile is refused with the nearest name")
  func hints() throws {
    let catalogue = try Self.catalogue()
    let refusal = #expect(throws: Refusal.self) { try catalogue.profile(named: "generic-lazer") }
    #expect(refusal?.description.contains("did you mean 'generic-laser'?") == true)
    let none = #expect(throws: Refusal.self) { try catalogue.profile(named: "zzzzzzzz") }
    #expect(none?.description.contains("allowed: chamber-laser") == true)
  }

  @Test("all faults of a file are told at once, with line and column")
  func tellsAllFaults() {
    let text = """
      title: A printer
      langages: [pdf]
      languages: [pdff]
      media: [a4]
      margins: {left: 4, top: -5, right: 6}
      resolutions: [30]
      duplex: sometimes
      source: 7
      verified: maybe

      """
    #expect(
      faults(text) == [
        "error: test.yaml:3:13: languages[0]: 'pdff' is not allowed here (did you mean 'pdf'?)",
        "error: test.yaml:4:9: media[0]: 'a4' is not a PWG 5101.1 media name "
          + "(write it as iso_a4_210x297mm or na_letter_8.5x11in)",
        "error: test.yaml:5:25: margins.top: -5.0 is not between 0.0 and 100.0",
        "error: test.yaml:5:10: margins: 'bottom' is missing",
        "error: test.yaml:6:14: resolutions: 30 is not between 60 and 2400",
        "error: test.yaml:7:9: duplex: 'sometimes' is not allowed here "
          + "(allowed: automatic, manual)",
        "error: test.yaml:8:9: source: expected text, found a number",
        "error: test.yaml:9:11: verified: expected true or false, found text",
        "error: test.yaml:2:1: langages: 'langages' is not a known field "
          + "(did you mean 'languages'?)",
      ])
  }

  @Test("ESC/P asks for pins and a pitch, and other languages forbid them")
  func checksImpact() {
    let oki = good.replacing("[pdf]", with: "[oki-5530]")
    #expect(faults(oki).joined().contains("needs 'dotMatrix'"))
    let escp = good.replacing("[pdf]", with: "[escp]")
    #expect(faults(escp).joined().contains("needs 'dotMatrix'"))
    #expect(faults(escp).joined().contains("needs 'charactersPerInch'"))
    #expect(faults(good + "dotMatrix: {pins: 24}\n").joined().contains("ESC/P only"))
  }

  @Test("an empty list is a fault")
  func refusesEmptyList() {
    let text = good.replacing("[pdf]", with: "[]")
    #expect(faults(text).joined().contains("at least one entry"))
  }

  @Test("the faults of several files come together")
  func collectsFiles() {
    let refusal = #expect(throws: Refusal.self) {
      try DeviceCatalogue(files: [
        .init(name: "b.yaml", bytes: Array("title: 1".utf8)),
        .init(name: "a.yaml", bytes: Array("title: [".utf8)),
      ])
    }
    let files = Set(refusal?.diagnostics.map(\.place.file) ?? [])
    #expect(files == ["a.yaml", "b.yaml"])
  }
}
