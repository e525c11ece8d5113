import Devices
import Diagnostics
import DisplayList
import EscpOutput
import Foundation
import Measures
import Testing

/// What cannot be printed is refused by its field, and nothing of it is sent.
struct RefusalTests {
  private static func refusal(
    _ items: (PinPress) throws -> [PageItem], boxes: [String: Rect] = [:]
  ) throws -> [String] {
    let press = try PinPress("generic-24pin")
    let page = press.page(try items(press), boxes: boxes)
    let refusal = #expect(throws: Refusal.self) { try press.plan([page]) }
    return refusal?.diagnostics.map { "\($0.place.path): \($0.message.key)" } ?? []
  }

  @Test func `marks outside the printer's width`() throws {
    let left = try Self.refusal { [try $0.line("A", x: 1, y: 50, field: "exporter.name")] }
    #expect(left == ["exporter.name: escp.outside-width"])
    let right = try Self.refusal { [try $0.line("AB", x: 203, y: 50, field: "number")] }
    #expect(right == ["number: escp.outside-width"])
  }

  @Test func `marks above and below the form`() throws {
    let marks = try Self.refusal { press in
      [
        try press.line("A", x: 20, y: 2, field: "number"),
        try press.line("B", x: 20, y: 296.9, field: "issue.date"),
      ]
    }
    #expect(marks == ["number: escp.outside-height", "issue.date: escp.outside-height"])
  }

  @Test func `a line longer than its box`() throws {
    let box = Rect(x: .mm(20), y: .mm(40), width: .mm(20), height: .mm(20))
    let marks = try Self.refusal(
      { [try $0.line("TOO LONG A LINE", x: 21, y: 50, field: "remarks", box: "5")] },
      boxes: ["5": box])
    #expect(marks == ["remarks: escp.too-long"])
  }

  @Test(arguments: ["\u{1B}", "\u{0}", "\u{7F}", "\u{9B}", "\u{C}".appending("\u{8}")])
  func `control characters`(_ control: String) throws {
    let marks = try Self.refusal { press in
      guard case .text(var item) = try press.line("AB", x: 20, y: 50, field: "remarks") else {
        return []
      }
      item.source = "A" + control + "B"
      return [.text(item)]
    }
    #expect(marks == ["remarks: escp.unencodable"])
  }

  @Test func `two texts over each other on one line`() throws {
    let marks = try Self.refusal { press in
      [
        try press.line("LONG TEXT", x: 20, y: 50, field: "goods[0].hs"),
        try press.line("OTHER", x: 30, y: 50, field: "goods[0].marks"),
      ]
    }
    #expect(marks == ["goods[0].marks: escp.overlaps"])
  }

  @Test func `seals, turned text and text set for another device`() throws {
    let mask = InkMask(width: 1, height: 1, coverage: Data([255]))
    let frame = Rect(x: .mm(20), y: .mm(20), width: .mm(5), height: .mm(5))
    let marks = try Self.refusal { press in
      guard case .text(var turned) = try press.line("A", x: 20, y: 50, field: "a"),
        case .text(var outlined) = try press.line("B", x: 20, y: 60, field: "b")
      else { return [] }
      turned.rotation = 90
      outlined.fixedPitch = nil
      return [
        .mask(MaskItem(mask: mask, ink: .black, frame: frame, role: .issuerSeal)), .text(turned),
        .text(outlined),
      ]
    }
    #expect(
      marks == [
        "issuer-seal: escp.no-seals", "a: escp.not-set-for-pins", "b: escp.not-set-for-pins",
      ])
  }

  @Test func `a code finer than the pins`() throws {
    let marks = try Self.refusal { _ in
      [
        .modules(
          ModuleGrid(
            count: 25, modules: Array(repeating: true, count: 625),
            frame: Rect(x: .mm(20), y: .mm(20), width: .mm(7), height: .mm(7)), quietZone: 4,
            source: "", field: "number"))
      ]
    }
    #expect(marks == ["number: escp.code-too-fine"])
  }

  @Test func `printers that take no ESC/P, and an emulation with the setting to change`() throws {
    let laser = try PinPress("generic-24pin", languages: [.pdf])
    let refusal = #expect(throws: Refusal.self) { try laser.plan([]) }
    #expect(refusal?.diagnostics.map(\.message.key) == ["escp.no-impact"])
    let oki = try PinPress("generic-24pin", languages: [.oki5530])
    let told = #expect(throws: Refusal.self) { try oki.plan([]) }
    #expect(told?.diagnostics.map(\.message.key) == ["escp.oki"])
    #expect(told?.diagnostics.first?.hint?.english.contains("'Emulation' (仿真)") == true)
  }

  @Test func `printers with fewer pins than 24`() throws {
    let refusal = #expect(throws: Refusal.self) { try PinPress("generic-24pin", pins: 9).plan([]) }
    #expect(refusal?.diagnostics.map(\.message.key) == ["escp.few-pins"])
  }

  @Test func `forms of no length that can be set, and of two lengths in one job`() throws {
    let press = try PinPress("generic-24pin")
    func page(_ height: Double) -> Page {
      press.page([], size: Size(width: .mm(210), height: .mm(height)))
    }
    for (pages, key) in [
      ([page(40)], "escp.form-length"), ([page(600)], "escp.form-length"),
      ([page(100), page(101)], "escp.one-length"),
    ] {
      let refusal = #expect(throws: Refusal.self) { try press.plan(pages) }
      #expect(refusal?.diagnostics.map(\.message.key) == [key])
    }
  }
}
