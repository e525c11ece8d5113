import Diagnostics

/// Turns one line of a pattern into pieces.
struct PatternParser {
  let place: Place
  let findings: Findings

  /// The pieces of the line, or `nil` after reporting a fault.
  mutating func pieces(of line: Substring) -> [Pattern.Piece]? {
    var rest = line
    let pieces = pieces(of: &rest, depth: 0)
    guard pieces != nil, rest.isEmpty else {
      if pieces != nil { report(Wording.strayBracket("]", in: line)) }
      return nil
    }
    return pieces
  }

  /// Deepest accepted nesting of optional stretches.
  private static let depthLimit = 8

  private func report(_ message: Message) { findings.error(at: place, message) }

  private func pieces(of rest: inout Substring, depth: Int) -> [Pattern.Piece]? {
    guard depth <= Self.depthLimit else {
      report(Wording.tooDeep(Self.depthLimit))
      return nil
    }
    var pieces: [Pattern.Piece] = []
    var words = ""
    func flush() {
      if !words.isEmpty { pieces.append(.words(words)) }
      words = ""
    }
    let start = rest
    while let character = rest.first {
      if character == "]" { break }
      rest.removeFirst()
      switch character {
      case "\\":
        guard let next = rest.popFirst() else {
          report(Wording.strayBracket("\\", in: start))
          return nil
        }
        words.append(next)
      case "{":
        flush()
        guard let field = field(in: &rest) else { return nil }
        pieces.append(field)
      case "}":
        report(Wording.strayBracket("}", in: start))
        return nil
      case "[":
        flush()
        guard let inner = self.pieces(of: &rest, depth: depth + 1) else { return nil }
        pieces.append(.optional(inner))
      default:
        words.append(character)
      }
    }
    flush()
    if depth > 0 {
      guard rest.popFirst() == "]" else {
        report(Wording.unclosed("[", in: start))
        return nil
      }
    }
    return pieces
  }

  private func field(in rest: inout Substring) -> Pattern.Piece? {
    guard let end = rest.firstIndex(of: "}") else {
      report(Wording.unclosed("{", in: rest))
      return nil
    }
    let parts = rest[..<end].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    rest = rest[rest.index(after: end)...]
    let path = String(parts[0])
    guard parts.count == 2 else { return .field(path: path, format: nil) }
    let name = String(parts[1])
    guard let format = FieldFormat(rawValue: name) else {
      let names = FieldFormat.allCases.map(\.rawValue)
      findings.error(
        at: place, Wording.unknownFormat(name),
        hint: Hint.name(name, among: names))
      return nil
    }
    return .field(path: path, format: format)
  }
}
