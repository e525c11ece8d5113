package import Diagnostics
package import Notation

/// What a box shows: words, fields and optional stretches, written such as
/// `{exporter.name}[ TEL: {exporter.telephone}]`.
///
/// - `{path}` or `{path|format}` is a field.
/// - `[…]` appears only when every field inside has a value.
/// - A line whose fields are all empty disappears, as does one of empty stretches only; words stay.
/// - `\` before `{`, `}`, `[`, `]` or `\` takes the character itself.
package struct Pattern: Hashable, Sendable {
  /// A piece of one line.
  package indirect enum Piece: Hashable, Sendable {
    case words(String)
    case field(path: String, format: FieldFormat?)
    case optional([Piece])
  }

  /// The lines of the pattern, each in pieces.
  package let lines: [[Piece]]
  /// Where the pattern stands in its file.
  package let place: Place

  /// A pattern from lines that are already taken apart.
  package init(lines: [[Piece]], place: Place) {
    self.lines = lines
    self.place = place
  }

  /// Whether the lines are equal, wherever the patterns stand.
  package static func == (a: Pattern, b: Pattern) -> Bool { a.lines == b.lines }

  /// Hashes the lines only, as `==` compares nothing else.
  package func hash(into hasher: inout Hasher) { hasher.combine(lines) }

  /// Every field in the pattern with its format, in order.
  package var fields: [(path: String, format: FieldFormat?)] {
    func fields(of pieces: [Piece]) -> [(path: String, format: FieldFormat?)] {
      pieces.flatMap { piece -> [(path: String, format: FieldFormat?)] in
        switch piece {
        case .words: []
        case .field(let path, let format): [(path, format)]
        case .optional(let inner): fields(of: inner)
        }
      }
    }
    return lines.flatMap(fields)
  }
}

extension Pattern: NodeReadable {
  /// Reads a pattern from a string of a file, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let text = String(node, findings) else { return nil }
    self.init(text, at: node.place, findings)
  }

  /// Reads a pattern from its text, reporting what is wrong at the place given.
  package init?(_ text: String, at place: Place, _ findings: Findings) {
    var parser = PatternParser(place: place, findings: findings)
    var lines: [[Piece]] = []
    var source = text[...]
    if source.last == "\n" { source.removeLast() }
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let pieces = parser.pieces(of: line) else { return nil }
      lines.append(pieces)
    }
    self.init(lines: lines, place: place)
  }
}
