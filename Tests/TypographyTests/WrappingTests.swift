import DisplayList
import Measures
import Testing
import Typography

struct WrappingTests {
  let shaper = Fonts.shaper
  let style = TextStyle(role: .sans, size: .pt(10))

  private func wrap(_ text: String, mm: Double, role: FontRole = .sans) throws -> [String] {
    let style = TextStyle(role: role, size: .pt(10))
    let lines = try shaper.lines(text, style: style, width: .mm(mm))
    #expect(lines.map(\.source).joined().utf8.elementsEqual(text.utf8))
    return lines.map(\.source)
  }

  /// The lines at every width from one character to the whole text.
  private func everyWidth(_ text: String, role: FontRole = .sans, _ check: ([String]) -> Void)
    throws
  {
    let whole = try shaper.line(text, style: TextStyle(role: role, size: .pt(10))).width
    for width in stride(from: 12.0, through: whole.mm + 1, by: 0.5) {
      check(try wrap(text, mm: width, role: role))
    }
  }

  @Test func `Words wrap at spaces, which hang`() throws {
    let text = "NINGBO  FREE TRADE ZONE"
    #expect(try wrap(text, mm: 25) == ["NINGBO  ", "FREE TRADE ", "ZONE"])
    let lines = try shaper.lines(text, style: style, width: .mm(25))
    #expect(lines[0].width == (try shaper.line("NINGBO", style: style).width))
  }

  @Test func `Line ends always break and blank lines stay`() throws {
    #expect(try wrap("A\n\nB\r\nC", mm: 50) == ["A\n", "\n", "B\r\n", "C"])
    #expect(try wrap("\n A\n", mm: 50) == ["\n", " A\n"])
    #expect(try wrap("", mm: 50) == [])
  }

  @Test(arguments: [
    "LOADED IN 1X20'GP CONTAINER AND 2X40'HQ CONTAINERS",
    "TOTAL 1,234.50 KGS OF NET WEIGHT 12.5% AND MORE",
    "GOODS OF HS 8714.96 AND HS CODE: 8714.99 ONLY",
    "INVOICE NO. 12345 OF USD 99,000.00 FOB NINGBO",
    "CONTRACT SX-INV-2026/0042-A FOR PUMPS OF 220-240V",
  ])
  func `Quantities and codes stay whole`(text: String) throws {
    let wholes = [
      "20'GP", "40'HQ", "1,234.50 KGS", "HS 8714.96", "CODE: 8714.99", "NO. 12345", "USD 99,000.00",
      "12.5%", "SX-INV-2026/0042-A", "220-240V",
    ].filter { text.contains($0) }
    #expect(!wholes.isEmpty)
    let widest = try wholes.map { try shaper.line($0, style: style).width.mm }.max() ?? 0
    let whole = try shaper.line(text, style: style).width.mm
    for width in stride(from: max(widest, 25) + 0.1, through: whole, by: 0.7) {
      let lines = try wrap(text, mm: width)
      for part in wholes { #expect(lines.contains { $0.contains(part) }, "\(width): \(lines)") }
    }
  }

  @Test(arguments: [
    "兹证明上述货物，原产于中国（宁波）；特此声明。“一带一路”与《协定》：是的！",
    "收货人：上海国际贸易（集团）有限公司、北京分公司，地址：中国上海市“浦东新区”世纪大道１００号。",
  ])
  func `No Chinese punctuation is misplaced`(text: String) throws {
    try everyWidth(text, role: .cjk) { lines in
      for line in lines.dropFirst() {
        #expect(!"，。；：、！？）》”％".contains(line.first ?? " "), "\(lines)")
      }
      for line in lines.dropLast() { #expect(!"（《“".contains(line.last ?? " "), "\(lines)") }
    }
  }

  @Test func `Words without a digit may break behind a hyphen`() throws {
    #expect(try wrap("IMPORT-EXPORT", mm: 20) == ["IMPORT-", "EXPORT"])
  }

  @Test func `A code wider than its line breaks behind a joint`() throws {
    let lines = try wrap("SX-INV-2026/0042-A", mm: 16)
    #expect(lines.count > 1)
    #expect(lines.joined() == "SX-INV-2026/0042-A")
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("-") || $0.hasSuffix("/") }, "\(lines)")
  }

  @Test func `A line may break beside Chinese quotes`() throws {
    #expect(try wrap("中国制造“一带一路”倡议", mm: 15, role: .cjk) == ["中国制造", "“一带一", "路”倡议"])
  }

  @Test func `A word wider than the line is broken between characters`() throws {
    let word = String(repeating: "LLANFAIR", count: 8)
    let lines = try shaper.lines("THE " + word, style: style, width: .mm(20))
    #expect(lines[0].source == "THE ")
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.width <= .mm(20) })
    let accents = String(repeating: "e\u{301}\u{323}", count: 40)
    #expect(try wrap(accents, mm: 10).allSatisfy { $0.unicodeScalars.first == "e" })
    #expect(try wrap("中国", mm: 0.1) == ["中", "国"])
  }

  @Test func `Wrapped glyphs start at the left of their line`() throws {
    for line in try shaper.lines("SUNSHINE 阳光 TRADING 贸易 LIMITED", style: style, width: .mm(25)) {
      #expect(line.runs.first?.glyphs.first?.offset.x == .zero)
      #expect(line.runs.first?.range.lowerBound == 0)
      for (run, next) in zip(line.runs, line.runs.dropFirst()) {
        #expect(run.range.upperBound == next.range.lowerBound)
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `No character is ever lost (S2-98)`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<150 {
      let text = RandomText.make(using: &random)
      let width = Double.random(in: 0.5...60, using: &random)
      let role = [FontRole.sans, .cjk, .serif, .typewriter].randomElement(using: &random) ?? .sans
      let lines = try wrap(text, mm: width, role: role)
      #expect(lines.allSatisfy { !$0.isEmpty }, "seed \(seed) round \(round)")
    }
  }
}
