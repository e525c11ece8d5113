import Diagnostics
import DisplayList
import Measures
import Testing
import Typography

/// A line as text: faces with glyph ids, then the width.
private func dump(_ line: ShapedLine) -> String {
  line.runs.map { run in
    "\(run.face.rawValue)[\(run.range.lowerBound)..<\(run.range.upperBound)]:"
      + run.glyphs.map { "\($0.id)" }.joined(separator: ",")
  }.joined(separator: " ") + " width \(line.width)"
}

/// Which face shows which part of the line.
private func faces(_ line: ShapedLine) -> [String] {
  line.runs.map { run in
    let bytes = Array(line.source.utf8)[run.range]
    return "\(run.face.rawValue) \(String(decoding: bytes, as: UTF8.self))"
  }
}

struct ShapingTests {
  let shaper = Fonts.shaper
  let style = TextStyle(role: .sans, size: .pt(10))
  let chinese = TextStyle(role: .cjk, size: .pt(10))

  @Test func `Latin text is kerned and has no ligatures`() throws {
    let line = try shaper.line("AVATAR office", style: style)
    #expect(
      dump(line) == "sans-regular[0..<13]:36,57,36,55,36,53,3,82,73,73,76,70,72 width 22.415mm")
    let apart = try "AVATAR office".reduce(Length.zero) { width, character in
      width + (try shaper.line(String(character), style: style).width)
    }
    #expect(line.width < apart)
  }

  @Test func `Mixed text changes the face, not the place of the text`() throws {
    let line = try shaper.line("OF 宁波 NINGBO", style: style)
    #expect(faces(line) == ["sans-regular OF ", "cjk-core-regular 宁波", "sans-regular  NINGBO"])
    #expect(
      line.runs.flatMap(\.glyphs).map(\.cluster) == [0, 1, 2, 3, 6, 9, 10, 11, 12, 13, 14, 15])
    #expect(dump(line).hasSuffix("width 27.831mm"))
  }

  @Test func `Chinese characters take exactly one em`() throws {
    let line = try shaper.line("中华人民共和国，原产地证明书。", style: chinese)
    #expect(line.width == .pt(150))
    #expect(line.runs.map(\.face.rawValue) == ["cjk-core-regular"])
    let bold = try shaper.line("中国", style: TextStyle(role: .cjk, isBold: true, size: .pt(10)))
    #expect(bold.runs.map(\.face.rawValue) == ["cjk-core-bold"])
  }

  @Test func `Characters beyond GB 2312 and beyond the basic plane come from the faces behind`()
    throws
  {
    let line = try shaper.line("张𠮷𪛖 Co.", style: style)
    #expect(
      faces(line) == ["cjk-core-regular 张", "cjk-regular 𠮷", "rare-b 𪛖", "sans-regular  Co."])
    #expect(faces(try shaper.line("張龢堃镕喆", style: chinese)).count == 1)
    #expect(
      faces(try shaper.line("☐ ✓", style: style)) == [
        "symbols-regular ☐", "sans-regular  ", "symbols-regular ✓",
      ])
  }

  @Test func `Quotes and dashes follow the role`() throws {
    #expect(faces(try shaper.line("“中国”——", style: chinese)).count == 1)
    #expect(
      faces(try shaper.line("“China” – it’s", style: style)) == ["sans-regular “China” – it’s"])
  }

  @Test func `An accent typed apart is set like the whole letter`() throws {
    let whole = try shaper.line("Café", style: style)
    let apart = try shaper.line("Cafe\u{301}", style: style)
    #expect(whole.runs.map { $0.glyphs.map(\.id) } == apart.runs.map { $0.glyphs.map(\.id) })
    #expect(apart.runs.last?.range == 0..<6)
    #expect(whole.source.utf8.count == 5)
    #expect(apart.source.utf8.count == 6)
  }

  @Test func `Every character that no font has is named once`() throws {
    let text = "Fan 🫠🫠 of\u{1} \u{e000} שלום 🫡"
    let error = #expect(throws: MissingCharacters.self) { try shaper.line(text, style: style) }
    #expect(error?.characters == ["🫠", "\u{1}", "\u{e000}", "ש", "ל", "ו", "ם", "🫡"])
    #expect(
      error?.message.english
        == "no font can set 🫠 (U+1FAE0), U+0001, U+E000, ש (U+05E9), ל (U+05DC), ו (U+05D5), "
        + "ם (U+05DD), 🫡 (U+1FAE1)")
    #expect(error?.message.chinese.hasPrefix("没有字体能排印 🫠 (U+1FAE0)、U+0001") == true)
    #expect(throws: MissingCharacters(characters: ["🫠"])) {
      try shaper.lines("a\n🫠\n🫠", style: style, width: .mm(50))
    }
  }

  @Test func `A fixed pitch gives each character its cells`() throws {
    let pitch = Length.inches(0.1)
    let style = TextStyle(role: .typewriter, size: .pt(12), fixedPitch: pitch)
    let line = try shaper.line("Wi 国“，é", style: style)
    #expect(line.width == pitch * 9)
    #expect(line.fixedPitch == pitch)
    let chinese = try shaper.line(
      "“国”", style: TextStyle(role: .cjk, size: .pt(12), fixedPitch: pitch))
    #expect(chinese.width == pitch * 6)
  }

  @Test func `The line becomes a mark without its line end`() throws {
    let lines = try shaper.lines("One\nTwo", style: style, width: .mm(50))
    let items = lines.map {
      $0.item(at: Point(x: .mm(1), y: .mm(2)), ink: .black, rotation: 0, field: "f", box: "1")
    }
    #expect(items.map(\.source) == ["One", "Two"])
    #expect(lines.map(\.source) == ["One\n", "Two"])
    #expect(items[0].field == "f" && items[0].box == "1" && items[0].size == .pt(10))
  }

  @Test func `Widths scale with the size`() throws {
    var large = style
    large.size = .pt(20)
    for text in ["CERTIFICATE OF ORIGIN", "原产地证书", "Mixed 混排 text"] {
      let small = try shaper.line(text, style: style).width
      let big = try shaper.line(text, style: large).width
      #expect(abs(big.units - 2 * small.units) <= text.count * 2)
    }
  }
}
