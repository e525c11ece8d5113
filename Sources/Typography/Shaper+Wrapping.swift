import Measures

extension Shaper {
  /// The paragraphs of a text, shaped; reports the missing characters of all of them at once.
  func paragraphs(of text: String, style: TextStyle) throws(MissingCharacters) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var missing: [Character] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(where: \.isNewline)
      let content = String(rest[..<(end ?? rest.endIndex)])
      let ending = end.map { String(rest[$0]) } ?? ""
      rest = end.map { rest[rest.index(after: $0)...] } ?? ""
      do throws(MissingCharacters) {
        paragraphs.append(Paragraph(shaped: try shape(content, style: style), ending: ending))
      } catch {
        missing += error.characters.filter { !missing.contains($0) }
      }
    }
    guard missing.isEmpty else { throw MissingCharacters(characters: missing) }
    return paragraphs
  }

  /// Fills lines one after the other; `nil` as width breaks only at line ends.
  func wrap(_ paragraphs: [Paragraph], style: TextStyle, width: Length?) -> Wrapped {
    var wrapped = Wrapped()
    for paragraph in paragraphs {
      let set = SetText(paragraph.shaped, size: style.size, fixedPitch: style.fixedPitch)
      let length = paragraph.shaped.text.utf8.count
      var start = 0
      repeat {
        let next = nextBreak(after: start, set, width: width)
        if next.breaksWord { wrapped.breaksWords = true }
        let ending = next.offset == length ? paragraph.ending : ""
        wrapped.lines.append(line(start..<next.offset, of: set, ending: ending, style))
        start = next.offset
      } while start < length
    }
    return wrapped
  }

  private func line(
    _ range: Range<Int>, of set: SetText, ending: String, _ style: TextStyle
  ) -> ShapedLine {
    let text = set.shaped.text
    let inkEnd = max(range.lowerBound, text.inkEnd(before: range.upperBound))
    return ShapedLine(
      source: text.utf8Slice(range) + ending, runs: set.runs(range),
      width: set.width(range.lowerBound..<inkEnd), size: style.size, fixedPitch: style.fixedPitch)
  }

  /// The end of the text when it fits, else the last opportunity that fits, else a place inside
  /// the word.
  private func nextBreak(
    after start: Int, _ set: SetText, width: Length?
  ) -> (offset: Int, breaksWord: Bool) {
    let text = set.shaped.text
    let end = text.utf8.count
    guard let width else { return (end, false) }
    func fits(_ offset: Int) -> Bool {
      let inkEnd = text.inkEnd(before: offset)
      return inkEnd <= start || set.width(start..<inkEnd) <= width
    }
    if fits(end) { return (end, false) }
    let breaks = opportunities(in: text)
    let candidates = breaks.offsets[breaks.index(after: start)...]
    if let best = candidates.prefix(while: fits).last { return (best, false) }
    return (breaks.emergency(in: start..<(candidates.first ?? end), fits: fits), true)
  }

  private func opportunities(in text: String) -> LineBreaks {
    guard text.utf8.count <= Self.longestKept else { return LineBreaks(text) }
    let key = TextKey(text: text, order: nil)
    if let kept = breaks[key] { return kept }
    let fresh = LineBreaks(text)
    breaks.insert(fresh, for: key)
    return fresh
  }
}
