import Diagnostics
import Foundation
import Printers
import Testing

@Suite("IPP messages")
struct IPPMessageTests {
  /// SplitMix64; the seed is in each failure's message.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Every attribute the program reads, so that wrong kinds meet every reader.
  private static let names = [
    "printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
    "printer-up-time", "media-ready", "media-supported", "media-source-supported",
    "document-format-supported", "sides-supported", "copies-supported",
    "printer-resolution-supported", "pwg-raster-document-resolution-supported",
    "pwg-raster-document-type-supported", "operations-supported", "job-state",
    "job-state-reasons", "job-impressions-completed", "job-uuid", "job-id",
  ]

  @Test("a request begins with charset and language, then the printer and the job's number")
  func writesInOrder() throws {
    let request = IPPRequest(.cancelJob, printer: "ipp://host:631/ipp/print", user: "clerk")
      .forJob(7)
    let bytes = request.bytes
    #expect(bytes.starts(with: [2, 0, 0, 8]))
    let read = try #require(IPPResponse(bytes: bytes))
    #expect(
      read.first(.operation).list.map(\.name) == [
        "attributes-charset", "attributes-natural-language", "printer-uri", "job-id",
        "requesting-user-name",
      ])
    #expect(read.first(.operation).string("attributes-charset") == "utf-8")
    #expect(read.first(.operation).number("job-id") == 7)
  }

  @Test("all kinds of value come back as they were written")
  func readsBack() throws {
    let job: [IPPAttribute] = [
      IPPAttribute("a", [.integer(-1), .integer(2_147_483_647)]),
      IPPAttribute("b", .enumeration(5)), IPPAttribute("c", .boolean(true)),
      IPPAttribute("d", .range(from: 1, to: 9)),
      IPPAttribute("e", .resolution(across: 600, down: 300, isPerInch: true)),
      IPPAttribute("f", [.keyword("one"), .keyword("two")]), IPPAttribute("g", .text("原产地")),
      IPPAttribute("h", .octets([0, 255, 7])), IPPAttribute("i", .uri("ipp://host/x")),
      IPPAttribute(
        "j", .collection([IPPAttribute("k", .collection([IPPAttribute("l", .integer(3))]))])),
      IPPAttribute("m", .mimeType("application/pdf")),
    ]
    let request = IPPRequest(.createJob, printer: "ipp://host/ipp/print", user: "u", job: job)
    #expect(IPPResponse(bytes: request.bytes)?.first(.job).list == job)
  }

  @Test("values of any wrong kind count as absent and never stop the program")
  func readsOddKinds() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Generator(state: seed)
    for _ in 0..<2000 {
      let list = Self.names.map { IPPAttribute($0, Self.value(&generator, depth: 0)) }
      let request = IPPRequest(
        .getPrinterAttributes, printer: "ipp://host/x", user: "u", job: list)
      guard let answer = IPPResponse(bytes: request.bytes) else {
        Issue.record("libcups did not read what it wrote, seed \(seed)")
        return
      }
      Self.readEverything(answer.first(.job))
    }
  }

  @Test("cut and damaged answers are refused or read, and never stop the program")
  func readsDamage() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Generator(state: seed)
    let list = Self.names.map { IPPAttribute($0, Self.value(&generator, depth: 0)) }
    let bytes = IPPRequest(.getJobs, printer: "ipp://host/x", user: "u", job: list).bytes
    for length in 0..<bytes.count {
      if let answer = IPPResponse(bytes: Array(bytes[..<length])) {
        answer.groups.forEach { Self.readEverything($0.1) }
      }
    }
    for _ in 0..<5000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      if let answer = IPPResponse(bytes: damaged) {
        answer.groups.forEach { Self.readEverything($0.1) }
      }
    }
    print("damaged IPP answers: seed \(seed)")
  }

  private static func value(_ generator: inout Generator, depth: Int) -> IPPValue {
    let number = Int(Int32.random(in: .min ... .max, using: &generator))
    let text = String(repeating: "x", count: Int.random(in: 0...200, using: &generator))
    switch Int.random(in: 0...11, using: &generator) {
    case 0: return .integer(number)
    case 1: return .enumeration(number)
    case 2: return .boolean(number > 0)
    case 3: return .range(from: number, to: Int.random(in: -9...9, using: &generator))
    case 4: return .resolution(across: number, down: number, isPerInch: number > 0)
    case 5: return .keyword(text)
    case 6: return .text(text)
    case 7: return .octets(Array(text.utf8))
    case 8: return .uri(text)
    case 9: return .mimeType(text)
    case 10 where depth < 12:
      return .collection([IPPAttribute("member", value(&generator, depth: depth + 1))])
    default: return .other(tag: 0x13)
    }
  }

  /// Uses every reader there is on one group.
  private static func readEverything(_ attributes: IPPAttributes) {
    let status = PrinterStatus(attributes)
    let all: [Any?] = [
      status.name, status.state, status.stateReasons, status.isAcceptingJobs, status.upTime,
      status.mediaReady, status.formats, status.copies, status.resolutions,
      status.rasterResolutions, status.rasterTypes, status.rasterSheetBack,
    ]
    #expect(all.count == 12)
    let ticket = JobTicket(
      name: "n", media: "iso_a4_210x297mm", source: "tray-1", sides: .twoSidedLongEdge,
      copies: 2, resolution: 600, format: .pwgRaster)
    ticket.check(against: status, Findings())
  }
}
