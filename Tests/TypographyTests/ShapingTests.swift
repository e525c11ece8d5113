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

struct ShapingTests {
  let style = TextStyle(role: .sans, size: .pt(10))

  @Test func `Latin text is kerned and has no ligatures`() throws {
    let line = try Fonts.shaper.line("AVATAR office", style: style)
    #expect(
      dump(line) == "sans-regular[0..<13]:36,57,36,55,36,53,3,82,73,73,76,70,72 width 22.415mm")
  }

  @Test func `Chinese beyond the basic plane`() throws {
    let line = try Fonts.shaper.line("张𠮷𪛖 Co.", style: style)
    #expect(
      dump(line)
        == "cjk-core-regular[0..<3]:2552 cjk-regular[3..<7]:59625 rare-b[7..<11]:42814 sans-regular[11..<15]:3,38,82,17 width 17.053mm"
    )
  }
}
