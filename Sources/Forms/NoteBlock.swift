package import Diagnostics

/// One block of an overleaf text.
///
/// The files are a small part of Markdown: `# heading`, `1.` begins a note, `(a)` or `(iv)` a part of
/// one, `|` a row of a table, anything else a paragraph. A block goes on until the next begins. The
/// texts are patterns with the fields that hold for every certificate of the edition, such as `{cap}`.
package enum NoteBlock: Hashable, Sendable {
  case heading(Pattern)
  /// A note with its number, such as `1.` or `(a)`; `level` 0 for notes, 1 for their parts.
  case item(label: String, text: Pattern, level: Int)
  case paragraph(Pattern)
  /// Rows of cells; the first row is the head.
  case table([[Pattern]])

  /// Every text of the block.
  package var patterns: [Pattern] {
    switch self {
    case .heading(let text), .item(_, let text, _), .paragraph(let text): [text]
    case .table(let rows): rows.flatMap(\.self)
    }
  }

  /// Reads the blocks of an overleaf file.
  package static func blocks(of text: String, file: String, _ findings: Findings) -> [NoteBlock] {
    var blocks: [NoteBlock] = []
    var paragraph: [Substring] = []
    var start = 1
    func pattern(_ text: String) -> Pattern? {
      Pattern(text, at: Place(file: file, line: start, column: 1), findings)
    }
    func flush() {
      if let block = block(of: paragraph, pattern) { blocks.append(block) }
      paragraph = []
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      let startsBlock = isBlank || line.hasPrefix("#") || label(of: line) != nil
      let continuesTable = line.hasPrefix("|") && paragraph.first?.hasPrefix("|") == true
      if startsBlock && !continuesTable { flush() }
      if paragraph.isEmpty { start = index + 1 }
      if !isBlank { paragraph.append(line) }
    }
    flush()
    if blocks.isEmpty && !findings.hasErrors {
      findings.error(at: Place(file: file, line: 1, column: 1), Wording.emptyNotes)
    }
    return blocks
  }

  private static func block(
    of lines: [Substring], _ pattern: (String) -> Pattern?
  ) -> NoteBlock? {
    guard let first = lines.first else { return nil }
    if first.hasPrefix("|") {
      return .table(lines.compactMap(cells).map { $0.compactMap(pattern) })
    }
    let text = lines.map { $0.trimming }.joined(separator: " ")
    if first.hasPrefix("#") {
      return pattern(String(text.drop { $0 == "#" }).trimming).map { .heading($0) }
    }
    guard let label = label(of: first) else { return pattern(text).map { .paragraph($0) } }
    let level = label.hasPrefix("(") ? 1 : 0
    return pattern(text.dropFirst(label.count).trimming).map {
      .item(label: label, text: $0, level: level)
    }
  }

  /// The label that starts a note: `12.`, `(a)` or `(iv)`; `nil` for a plain line.
  private static func label(of line: Substring) -> String? {
    guard let label = line.split(separator: " ").first else { return nil }
    let digits = label.dropLast()
    // A year at a line's start is no number of a note.
    let isNumber =
      label.last == "." && (1...2).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
    let letters = label.dropFirst().dropLast()
    let isLetter =
      label.first == "(" && label.last == ")" && (1...4).contains(letters.count)
      && letters.allSatisfy { ("a"..."z").contains($0) }
    return isNumber || isLetter ? String(label) : nil
  }

  private static func cells(of line: Substring) -> [String]? {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
    let cells = parts.map { $0.trimming }
    let isRule = cells.allSatisfy { cell in cell.allSatisfy { $0 == "-" || $0 == ":" } }
    return isRule ? nil : cells
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension StringProtocol {
  /// The text without white space at both ends.
  var trimming: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
