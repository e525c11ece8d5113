import Measures
import Testing
import Typography

struct FittingTests {
  let shaper = Fonts.shaper
  let style = TextStyle(role: .sans, size: .pt(10))

  private func fit(
    _ text: String, mm width: Double, by height: Double, minimum: Double = 7, wraps: Bool = true,
    style: TextStyle? = nil
  ) throws -> Fit {
    try shaper.fit(
      text, style: style ?? self.style, into: Size(width: .mm(width), height: .mm(height)),
      policy: FitPolicy(minimumSize: .pt(minimum), wraps: wraps))
  }

  /// A fit in short: size in points and the lines, then what is left over.
  private func short(_ fit: Fit) -> String {
    switch fit {
    case .whole(let text): "\(text.size.pt): " + text.lines.map(\.source).joined(separator: "|")
    case .partial(let text, let rest):
      "\(text.size.pt): " + text.lines.map(\.source).joined(separator: "|") + " >> \(rest)"
    }
  }

  @Test func `Text that fits stays as it is`() throws {
    #expect(short(try fit("NINGBO", mm: 30, by: 5)) == "10.0: NINGBO")
    #expect(short(try fit("", mm: 30, by: 5)) == "10.0: ")
  }

  @Test func `Text wraps before it shrinks`() throws {
    let text = "NINGBO SUNSHINE TRADING CO., LTD."
    #expect(short(try fit(text, mm: 40, by: 10)) == "10.0: NINGBO SUNSHINE |TRADING CO., LTD.")
  }

  @Test func `Text shrinks in quarter points to the largest size that fits`() throws {
    let text = "NINGBO SUNSHINE TRADING CO., LTD."
    let fitted = try fit(text, mm: 60, by: 5, wraps: false)
    guard case .whole(let whole) = fitted else {
      Issue.record("\(fitted)")
      return
    }
    #expect(whole.size < .pt(10) && whole.size > .pt(7))
    #expect(whole.size.units % Length.pt(0.25).units == 0)
    var larger = style
    larger.size = whole.size + .pt(0.25)
    #expect(try shaper.line(text, style: larger).width > .mm(60))
    #expect(whole.lines.count == 1 && whole.lines[0].width <= .mm(60))
  }

  @Test func `A word is broken only when no size spares it`() throws {
    let shrunk = try fit("INTERNATIONALIZATION", mm: 38, by: 20)
    guard case .whole(let text) = shrunk else {
      Issue.record("\(shrunk)")
      return
    }
    #expect(text.lines.count == 1 && text.size < .pt(10))
    let broken = try fit(String(repeating: "INTERNATIONALIZATION", count: 3), mm: 38, by: 20)
    guard case .whole(let words) = broken else {
      Issue.record("\(broken)")
      return
    }
    #expect(words.size == .pt(10) && words.lines.count == 4)
  }

  @Test func `What does not fit is left over, none of it lost`() throws {
    let text = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN"
    #expect(
      short(try fit(text, mm: 22, by: 6.4))
        == "7.0: ONE TWO THREE |FOUR FIVE SIX  >> SEVEN EIGHT NINE TEN")
    #expect(
      short(try fit(text, mm: 22, by: 5, wraps: false))
        == "7.0: ONE TWO THREE  >> FOUR FIVE SIX SEVEN EIGHT NINE TEN")
    #expect(short(try fit("NINGBO", mm: 20, by: 1)) == "7.0:  >> NINGBO")
    #expect(short(try fit("中", mm: 1, by: 10)) == "7.0:  >> 中")
  }

  @Test func `Blank lines at the end take no height`() throws {
    let one = try fit("NINGBO\n\n\n", mm: 30, by: 4.2)
    #expect(short(one) == "10.0: NINGBO\n|\n|\n")
    let two = try fit("\nNINGBO", mm: 30, by: 4.2)
    #expect(short(two) == "7.0: \n >> NINGBO")
  }

  @Test func `A fixed pitch keeps its size`() throws {
    let typed = TextStyle(role: .typewriter, size: .pt(12), fixedPitch: .inches(0.1))
    let fitted = try fit("ABCDEFGHIJ KLM", mm: 20, by: 5, style: typed)
    #expect(short(fitted) == "12.0: ABCDEFG >> HIJ KLM")
  }

  @Test func `A resident font takes narrower pitches before it breaks a word`() throws {
    let font = ResidentFont(
      pitches: [.inches(1.0 / 12), .inches(1.0 / 15), .inches(1.0 / 20)], ascent: .pt(8),
      descent: .pt(1.6), lineSpacing: .pt(10))
    let typed = TextStyle(role: .typewriter, size: .pt(9), resident: font)
    // 20 mm hold 9, 11 and 15 characters.
    #expect(short(try fit("ABCDEFGHI", mm: 20, by: 4, style: typed)) == "10.0: ABCDEFGHI")
    #expect(short(try fit("ABCDEFGHIJ", mm: 20, by: 8, style: typed)) == "8.0: ABCDEFGHIJ")
    #expect(short(try fit("ABCDE FGHIJ", mm: 20, by: 8, style: typed)) == "10.0: ABCDE |FGHIJ")
    #expect(
      short(try fit("ABCDEFGHIJKLMNOPQR", mm: 20, by: 4, style: typed))
        == "6.0: ABCDEFGHIJKLMNO >> PQR")
    guard case .whole(let set) = try fit("A\nB", mm: 20, by: 8, style: typed) else {
      Issue.record("does not fit")
      return
    }
    #expect(set.height == .pt(8 + 10 + 1.6))
    #expect(set.ascent == .pt(8))
    let column = try shaper.column(
      "ABCDEFGHIJ", style: typed.at(pitch: font.pitches[0]), width: .mm(20), minimumSize: .pt(6))
    #expect(column.lines.map(\.fixedPitch) == [.inches(1.0 / 15)])
  }

  @Test func `The box of the text is told`() throws {
    guard case .whole(let text) = try fit("A\nB", mm: 30, by: 20) else {
      Issue.record("does not fit")
      return
    }
    #expect(text.pitch == .pt(12))
    #expect(text.ascent == .pt(9.05))
    #expect(text.height == .pt(9.05 + 12 + 2.2))
  }

  @Test(arguments: [UInt64(11), 12])
  func `Fits stay inside the box and lose nothing (S2-98)`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<100 {
      let text = RandomText.make(using: &random)
      let box = Size(
        width: .mm(Double.random(in: 1...70, using: &random)),
        height: .mm(Double.random(in: 1...40, using: &random)))
      let policy = FitPolicy(
        minimumSize: .pt(Double.random(in: 5...11, using: &random)),
        wraps: Bool.random(using: &random))
      let place = "seed \(seed) round \(round)"
      var (fitted, left): (FittedText, String)
      switch try shaper.fit(text, style: style, into: box, policy: policy) {
      case .whole(let whole): (fitted, left) = (whole, "")
      case .partial(let part, let rest): (fitted, left) = (part, rest)
      }
      let all = fitted.lines.map(\.source).joined() + left
      #expect(all.utf8.elementsEqual(text.utf8), "\(place)")
      #expect(fitted.lines.allSatisfy { $0.width <= box.width }, "\(place)")
      #expect(fitted.height <= box.height, "\(place)")
    }
  }
}
