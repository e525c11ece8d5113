import Devices
import Diagnostics
import Foundation
import Measures
import Printers
import Support
import Testing
import VirtualPrinter

/// Paper, edges and trays are refused before anything is sent; a printer is held against its profile.
@Suite("Printers and their profiles", .timeLimit(.minutes(1)))
struct ProfileCheckTests {
  private static func profile(_ name: String) throws -> DeviceProfile {
    try ProfileFolder.read(Repository.root.appending(path: "printers")).profile(named: name)
  }

  @Test("a tray with other paper is refused before sending, with what lies in it")
  func otherPaper() async throws {
    let trays = ["tray-1", "tray-2 media=iso_a5_148x210mm stock=CN1"]
    try await FaultyPrinter.with(trays: trays) { faulty in
      let ticket = JobTicket(name: "x", media: "iso_a4_210x297mm", source: "tray-2")
      let refusal = await #expect(throws: Refusal.self) { try await faulty.send(ticket) }
      #expect(refusal?.diagnostics.map(\.place.path) == ["media-source"])
      #expect(refusal?.description.contains("148mm × 210mm") == true)
      #expect(await faulty.server.machine.report().jobs.isEmpty)
      let right = JobTicket(name: "x", media: "iso_a5_148x210mm", source: "tray-2")
      let job = try await faulty.send(right)
      #expect(try await faulty.printer().trace(job).finalState == .completed)
    }
  }

  @Test("pages nearer to an edge than the printer prints are refused before sending")
  func margins() async throws {
    try await FaultyPrinter.with { faulty in
      let edge = Length.mm(4.23)
      var ticket = JobTicket(
        name: "x", margins: JobTicket.Margins(left: edge, top: .mm(3), right: edge, bottom: edge))
      let refusal = await #expect(throws: Refusal.self) { try await faulty.send(ticket) }
      #expect(refusal?.diagnostics.map(\.place.path) == ["media-top-margin"])
      #expect(refusal?.description.contains("4.23mm") == true)
      #expect(await faulty.server.machine.report().jobs.isEmpty)
      ticket.margins = JobTicket.Margins(left: edge, top: edge, right: edge, bottom: edge)
      let job = try await faulty.send(ticket)
      #expect(try await faulty.printer().trace(job).error == nil)
    }
  }

  @Test("a printer like its profile shows no difference")
  func same() async throws {
    try await FaultyPrinter.with(trays: ["tray-1", "tray-2 stock=CN1"]) { faulty in
      let status = try await faulty.printer().status()
      for name in ["chamber-laser-with-stock-tray", "generic-ipp-everywhere"] {
        #expect(status.differences(from: try Self.profile(name)).isEmpty, "\(name)")
      }
    }
  }

  @Test("every promise the printer does not keep is listed by its field")
  func differences() async throws {
    try await FaultyPrinter.with(
      trays: ["tray-1 media=iso_a5_148x210mm"],
      change: {
        $0.isDuplex = false
        $0.resolutions = [300]
        $0.formats = ["image/pwg-raster"]
      }
    ) { faulty in
      let status = try await faulty.printer().status()
      let found = status.differences(from: try Self.profile("chamber-laser-with-stock-tray"))
      #expect(
        found.map(\.place.path) == ["languages", "media", "resolutions", "duplex", "sources"])
      #expect(found.map(\.severity) == [.warning, .error, .error, .error, .error])
      #expect(found.map(\.message.english).joined().contains("tray-2"))
    }
  }

  @Test("margins, colour and two sides beyond the profile are told apart from what is missing")
  func more() async throws {
    try await FaultyPrinter.with { faulty in
      let status = try await faulty.printer().status()
      let mono = DeviceProfile(
        name: "mono", title: "mono", languages: [.escp2, .pdf], media: ["iso_a4_210x297mm"],
        printableArea: Rect(origin: .zero, size: .a4), resolutions: [600], isColour: false,
        duplex: .manual, residentPitch: nil, isApprovedForSelfPrint: false, quirks: [])
      let found = status.differences(from: mono)
      #expect(
        found.map(\.place.path) == [
          "languages", "margins.left", "margins.top", "margins.right", "margins.bottom", "colour",
          "duplex",
        ])
      #expect(
        found.map(\.severity) == [
          .warning, .error, .error, .error, .error, .information, .information,
        ])
    }
  }

  @Test("CUPS's own printer is held against the general profile without an error of reading")
  func realPrinter() async throws {
    try await VirtualPrinterHarness.with { harness in
      let status = try await harness.printer().status()
      let found = status.differences(from: try Self.profile("generic-ipp-everywhere"))
      #expect(!found.contains { $0.place.path == "media" || $0.place.path == "languages" })
      #expect(!status.loadedSizes.isEmpty)
    }
  }
}
