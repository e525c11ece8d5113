import Measures

/// A paragraph ready to be wrapped at any size and width.
struct Paragraph: Sendable {
  let shaped: ShapedText
  let breaks: LineBreaks
  /// The line end after it, empty at the end of the text.
  let ending: String
}

/// Wrapped lines and how they came about.
struct Wrapped {
  var lines: [ShapedLine] = []
  /// Whether a word had to be broken.
  var breaksWords = false
}

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
        let shaped = try shape(content, style: style)
        paragraphs.append(
          Paragraph(shaped: shaped, breaks: opportunities(in: content), ending: ending))
      } catch {
        missing += error.characters.filter { !missing.contains($0) }
      }
    }
    guard missing.isEmpty else { throw MissingCharacters(characters: missing) }
    return paragraphs
  }

  private func opportunities(in text: String) -> LineBreaks {
    guard text.utf8.count <= Self.longestKept else { return LineBreaks(text) }
    let key = TextKey(text: text, order: .init(role: FontRole(rawValue: ""), isBold: false))
    if let kept = breaks[key] { return kept }
    let fresh = LineBreaks(text)
    breaks.insert(fresh, for: key)
    return fresh
  }

  /// Fills lines one after the other; `nil` as width breaks only at line ends.
  func wrap(_ paragraphs: [Paragraph], style: TextStyle, width: Length?) -> Wrapped {
    var wrapped = Wrapped()
    for paragraph in paragraphs {
      let set = SetText(paragraph.shaped, size: style.size, fixedPitch: style.fixedPitch)
      let length = paragraph.shaped.text.utf8.count
      var start = 0
      repeat {
        let end: Int
        if let width {
          let next = nextBreak(after: start, set, paragraph.breaks, width: width)
          end = next.offset
          if next.breaksWord { wrapped.breaksWords = true }
        } else {
          end = length
        }
        wrapped.lines.append(line(start..<end, of: set, paragraph, style))
        start = end
      } while start < length
    }
    return wrapped
  }

  private func line(
    _ range: Range<Int>, of set: SetText, _ paragraph: Paragraph, _ style: TextStyle
  ) -> ShapedLine {
    let text = paragraph.shaped.text
    let isLast = range.upperBound == text.utf8.count
    let visible =
      range.lowerBound..<max(range.lowerBound, paragraph.breaks.ink(before: range.upperBound))
    return ShapedLine(
      source: text.utf8Slice(range) + (isLast ? paragraph.ending : ""), runs: set.runs(range),
      width: set.width(visible), size: style.size, fixedPitch: style.fixedPitch)
  }

  /// The last opportunity whose text fits the width, else a place inside the word.
  private func nextBreak(
    after start: Int, _ set: SetText, _ breaks: LineBreaks, width: Length
  ) -> (offset: Int, breaksWord: Bool) {
    let limit = set.pen[set.glyph(at: start)] + width.units
    func fits(_ offset: Int) -> Bool {
      let ink = breaks.ink(before: offset)
      return ink <= start || set.pen[set.glyph(at: ink)] <= limit
    }
    let candidates = breaks.offsets[breaks.index(after: start)...]
    var best: Int?
    for offset in candidates {
      guard fits(offset) else { break }
      best = offset
    }
    if let best { return (best, false) }
    let word = start..<(candidates.first ?? start)
    return (breaks.emergency(in: word, fits: fits), true)
  }
}

extension String {
  /// The characters of a UTF-8 range that begins and ends between characters.
  func utf8Slice(_ range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }
}
