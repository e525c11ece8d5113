import Foundation
import Support
import Testing
import VirtualPrinter

/// The second, independent reader and writer of IPP (RFC 8010).
@Suite("IPP messages of the virtual printer")
struct WireMessageTests {
  /// A message with every syntax.
  private static let whole = WireMessage(
    version: 0x0101, code: 0x0002, requestID: 7,
    groups: [
      WireMessage.Group(
        WireTag.operation,
        [
          WireAttribute("attributes-charset", .text(tag: WireTag.charset, "utf-8")),
          WireAttribute(
            "attributes-natural-language", .text(tag: WireTag.naturalLanguage, "zh-cn")),
          WireAttribute("printer-uri", .uri("ipp://127.0.0.1/ipp/print")),
          WireAttribute("job-name", .localized(tag: 0x36, language: "zh-cn", text: "原产地证书")),
          WireAttribute("document-format", .mimeType("application/pdf")),
        ]),
      WireMessage.Group(
        WireTag.job,
        [
          WireAttribute("copies", .integer(-2)),
          WireAttribute("print-quality", .enumeration(4)),
          WireAttribute("last", .boolean(true)),
          WireAttribute("bytes", .octets([0, 255])),
          WireAttribute("when", .dateTime([7, 234, 11, 25, 14, 30, 0, 0, 43, 8, 0])),
          WireAttribute("printer-resolution", .resolution(across: 600, down: 300, unit: 3)),
          WireAttribute("range", .range(1, 99)),
          WireAttribute("nothing", .noValue),
          WireAttribute("words", [.words("a"), .words(""), .keyword("b")]),
          WireAttribute(
            "media-col",
            .collection([
              WireAttribute(
                "media-size",
                .collection([
                  WireAttribute("x-dimension", .integer(21_000)),
                  WireAttribute("y-dimension", .integer(29_700)),
                ])),
              WireAttribute("media-source", [.keyword("tray-1"), .keyword("tray-2")]),
            ])),
        ]),
      WireMessage.Group(WireTag.unsupported, []),
    ])

  @Test("a message with every syntax comes back as it was, the document apart")
  func roundTrip() throws {
    let bytes = Self.whole.bytes
    let (message, offset) = try WireMessage.read(bytes + Array("%PDF".utf8))
    #expect(message == Self.whole)
    #expect(offset == bytes.count)
  }

  /// RFC 8010 appendix A.1, written out by hand.
  @Test("the standard's own example is read as it says")
  func standardExample() throws {
    var bytes: [UInt8] = [1, 1, 0, 2, 0, 0, 0, 1, 1]
    func put(_ tag: UInt8, _ name: String, _ value: [UInt8]) {
      bytes += [tag, 0, UInt8(name.utf8.count)] + Array(name.utf8)
      bytes += [0, UInt8(value.count)] + value
    }
    put(0x47, "attributes-charset", Array("utf-8".utf8))
    put(0x48, "attributes-natural-language", Array("en-us".utf8))
    put(0x45, "printer-uri", Array("ipp://printer.example.com/ipp/print/pinetree".utf8))
    put(0x42, "job-name", Array("foobar".utf8))
    put(0x22, "ipp-attribute-fidelity", [1])
    bytes.append(2)
    put(0x21, "copies", [0, 0, 0, 0x14])
    put(0x44, "sides", Array("two-sided-long-edge".utf8))
    bytes.append(3)
    let (message, _) = try WireMessage.read(bytes)
    #expect(message.attributes(WireTag.operation).string("job-name") == "foobar")
    #expect(message.attributes(WireTag.operation).flag("ipp-attribute-fidelity") == true)
    #expect(message.attributes(WireTag.job).number("copies") == 20)
    #expect(message.attributes(WireTag.job).string("sides") == "two-sided-long-edge")
    #expect(message.bytes == bytes)
  }

  @Test("every beginning of a message asks for more bytes and is no message")
  func truncations() {
    let bytes = Self.whole.bytes
    for count in bytes.indices {
      #expect(throws: WireFault.truncated, "\(count) bytes") {
        try WireMessage.read(Array(bytes[..<count]))
      }
    }
  }

  @Test(
    "what the standard forbids is refused where it stands",
    arguments: [
      ([0x09], WireFault.badTag(0x09, offset: 8)),
      ([1, 0x21, 0, 1, 97, 0, 3, 0, 0, 0], .badLength(offset: 13)),
      ([1, 0x22, 0, 1, 97, 0, 1, 2], .badValue(offset: 13)),
      ([1, 0x44, 0, 1, 97, 0, 1, 0xFF], .badValue(offset: 13)),
      ([1, 0x21, 0, 0, 0, 4, 0, 0, 0, 1], .badName(offset: 9)),
      ([1, 0x13, 0, 1, 97, 0, 0, 0x13, 0, 1, 97, 0, 0], .badName(offset: 15)),
      ([1, 0x43, 0, 1, 97, 0, 0], .badTag(0x43, offset: 13)),
      ([1, 0x34, 0, 1, 97, 0, 0, 0x21], .truncated),
    ] as [([UInt8], WireFault)])
  func refusals(body: [UInt8], fault: WireFault) {
    #expect(throws: fault) { try WireMessage.read([1, 1, 0, 2, 0, 0, 0, 1] + body) }
  }

  @Test("collections do not nest without end")
  func depth() {
    var bytes: [UInt8] = [1, 1, 0, 2, 0, 0, 0, 1, 1, 0x34, 0, 1, 97, 0, 0]
    for _ in 0..<10_000 { bytes += [0x4A, 0, 0, 0, 1, 98, 0x34, 0, 0, 0, 0] }
    let fault = #expect(throws: WireFault.self) { try WireMessage.read(bytes) }
    guard case .tooDeep? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  @Test("mutated messages are refused or read, never both ways, and the printer answers each")
  func mutations() async throws {
    let seed = Int.random(in: 0..<1_000_000)
    print("seed of the mutated messages: \(seed)")
    var dice = Dice(seed: seed)
    let machine = try Machine(MachineSettings())
    var read = 0
    for round in 0..<20_000 {
      let bytes = Self.mutated(&dice)
      guard let (message, offset) = try? WireMessage.read(bytes) else { continue }
      read += 1
      #expect(message.bytes == Array(bytes[..<offset]), "seed \(seed), round \(round)")
      let answer = await machine.answer(message, Array(bytes[offset...]))
      #expect(try WireMessage.read(answer.bytes).message == answer, "seed \(seed), round \(round)")
    }
    // Were all refused, the second half would have tried nothing.
    #expect(read > 500, "seed \(seed)")
  }

  /// The whole message with a few bytes changed, taken out or put in.
  private static func mutated(_ dice: inout Dice) -> [UInt8] {
    var bytes = whole.bytes
    for _ in 0..<dice.number(1...3) {
      let place = dice.number(0...bytes.count - 1)
      switch dice.number(0...3) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8(dice.number(0...255)), at: place)
      case 2: bytes[place] ^= UInt8(1 << dice.number(0...7))
      default: bytes[place] = UInt8(dice.number(0...255))
      }
    }
    return bytes
  }
}
