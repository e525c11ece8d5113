import Devices
import Diagnostics
import Testing

/// The member `turning` of a printer's profile (S2-130).
struct TurningReadingTests {
  private func read(_ lines: String, duplex: String = "manual") throws -> DeviceProfile {
    let text = """
      title: A printer
      languages: [pdf]
      media: [iso_a4_210x297mm]
      margins: {left: 4, top: 5, right: 6, bottom: 7}
      resolutions: [600]
      duplex: \(duplex)
      source: a data sheet
      verified: true
      \(lines)
      """
    return try DeviceProfile.read("test", from: Array(text.utf8), file: "test.yaml")
  }

  private func faults(_ lines: String, duplex: String = "manual") -> [String] {
    let refusal = #expect(throws: Refusal.self) { try read(lines, duplex: duplex) }
    return refusal?.diagnostics.map { $0.text(in: .english) } ?? []
  }

  @Test func `every turning can be stated`() throws {
    for pile in Turning.Pile.allCases {
      for order in Turning.Order.allCases {
        for rotation in Turning.Rotation.allCases {
          let line =
            "turning: {pile: \(pile.rawValue), order: \(order.rawValue), "
            + "rotation: \(rotation.rawValue)}"
          #expect(
            try read(line).turning == Turning(pile: pile, order: order, rotation: rotation))
        }
      }
    }
  }

  @Test func `a profile need not state it`() throws {
    #expect(try read("").turning == nil)
    #expect(try read("", duplex: "automatic").turning == nil)
  }

  @Test(arguments: [
    ("turning: {pile: as-is, order: same}", "'rotation' is missing"),
    ("turning: {pile: as-is, order: same, rotation: 180}", "expected"),
    ("turning: {pile: as-is, order: revers, rotation: none}", "did you mean 'reversed'?"),
    ("turning: {pile: over, order: same, rotation: none}", "allowed: as-is, turned-over"),
    ("turning: {pile: as-is, order: same, rotation: none, tray: 1}", "tray"),
    ("turning: as-is", "expected"),
  ])
  func `anything else is refused with its place`(_ line: String, _ part: String) {
    let found = faults(line)
    #expect(found.count == 1 && found[0].contains(part) && found[0].contains("test.yaml:9:"))
  }

  @Test func `a printer that turns sheets itself has none`() {
    let found = faults(
      "turning: {pile: as-is, order: same, rotation: none}", duplex: "automatic")
    #expect(found.count == 1 && found[0].contains("test.yaml:9:"))
    #expect(found.first?.contains("duplex: manual") == true)
  }
}
