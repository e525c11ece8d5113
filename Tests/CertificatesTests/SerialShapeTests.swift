import Certificates
import Diagnostics
import Notation
import Support
import Testing

/// Serials (打印号) of original outputs by profile (B.13).
struct SerialShapeTests {
  private func shape(_ pattern: String) throws -> SerialShape {
    let findings = Findings()
    let text = "{profile: test, pattern: \"\(pattern)\", source: a test}"
    let node = try YAMLText.parse(Array(text.utf8), file: "serial-shapes.yaml")
    let shape = SerialShape(node, findings)
    try findings.throwErrors()
    return try #require(shape)
  }

  @Test func `CCPIT serials have twelve digits`() throws {
    let shape = try #require(
      try PolicyFolder.load().serialShape(profile: "ccpit", day: .sample))
    #expect(shape.capacity == 999_999_999_999)
    #expect(try shape.serial(1, year: 2026) == "CCPIT000000000001")
    #expect(try shape.serial(shape.capacity, year: 2026) == "CCPIT999999999999")
    #expect(shape.ordinal(of: "CCPIT000000012345") == 12345)
  }

  @Test func `nothing is known of a print serial of the customs profile`() throws {
    #expect(try PolicyFolder.load().serialShape(profile: "customs", day: .sample) == nil)
  }

  @Test(arguments: [("{serial:1}", 9), ("S{serial:3}", 999), ("{year}-{serial:6}", 999_999)])
  func `first, last and beyond`(_ pattern: String, _ last: Int) throws {
    let shape = try shape(pattern)
    #expect(shape.capacity == last)
    for ordinal in [1, 2, last / 2 + 1, last] {
      #expect(shape.ordinal(of: try shape.serial(ordinal, year: 2026)) == ordinal)
    }
    for ordinal in [0, -1, last + 1, Int.max] {
      let refusal = #expect(throws: Refusal.self) { try shape.serial(ordinal, year: 2026) }
      let key = refusal?.diagnostics.first?.message.key
      #expect(key == (ordinal < 1 ? "number.from-one" : "number.serials-used"))
    }
  }

  @Test(arguments: [
    "", "CCPIT", "CCPIT00000000001", "CCPIT0000000000001", "ccpit000000000001",
    "CCPIT00000000000O", "CCPIT000000000000", "CCPIT００0000000001", " CCPIT000000000001",
  ])
  func `other texts are no serials`(_ text: String) throws {
    let shape = try shape("CCPIT{serial:12}")
    #expect(shape.ordinal(of: text) == nil)
    #expect(shape.fault(of: text)?.message.key == "number.serial")
    #expect(shape.fault(of: "CCPIT000000000001") == nil)
  }

  @Test(arguments: [
    "CCPIT", "{letters}{serial:4}", "{serial:4}{serial:4}", "{serial:0}", "{serial",
  ])
  func `a pattern without one running number is refused`(_ pattern: String) {
    let refusal = #expect(throws: Refusal.self) { try shape(pattern) }
    #expect(refusal?.diagnostics.map(\.message.key) == ["policy.serial-pattern"])
  }

  @Test(arguments: 0..<20)
  func `serials at random come back`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let width = dice.number(1...18)
    let shape = try shape(dice.pick(["CCPIT", "", "A-"]) + "{serial:\(width)}")
    let ordinal = dice.number(1...shape.capacity)
    #expect(shape.ordinal(of: try shape.serial(ordinal, year: 2026)) == ordinal, "seed \(seed)")
  }
}
