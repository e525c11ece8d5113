package import Diagnostics
import Yams

/// Reads YAML text into nodes with line and column.
package enum YAMLText {
  /// Largest accepted text in bytes: hand-written data files are far smaller.
  package static let byteLimit = 4 << 20
  private static let depthLimit = 64

  /// Parses one document.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - file: the file's name as the person gave it, for messages.
  /// - Returns: the document; an empty one is null.
  /// - Throws: ``Refusal`` that names the place of the fault.
  package static func parse(_ bytes: some Collection<UInt8>, file: String) throws(Refusal) -> Node {
    guard bytes.count <= byteLimit else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.tooLarge(byteLimit)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.notUTF8))
    }
    guard !AliasScan.hasAliases(text) else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.aliases))
    }
    do {
      // The parser owns the anchors, so it must outlive the conversion that refuses them.
      // Plain scalars are told apart below: Yams' own resolver runs a regular expression on each.
      let parser = try Yams.Parser(yaml: text, resolver: .basic)
      let root = try parser.singleRoot()
      let findings = Findings()
      let node = withExtendedLifetime(parser) {
        root.map { convert($0, path: "", file: file, depth: 0, findings) }
      }
      if findings.hasErrors { throw Refusal(findings.diagnostics) }
      return node ?? Node(.null, at: Place(file: file, line: 1, column: 1))
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(diagnostic(for: error, file: file))
    }
  }

  private static func diagnostic(for error: any Error, file: String) -> Diagnostic {
    guard let error = error as? YamlError else {
      return Diagnostic(at: Place(file: file), Wording.syntax("YAML", "\(error)"))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        at: Place(file: file, line: mark.line, column: mark.column), Wording.syntax("YAML", problem)
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Diagnostic(
        at: Place(file: file, line: context.mark.line, column: context.mark.column),
        Wording.duplicate(duplicates.first ?? "?"))
    default:
      return Diagnostic(at: Place(file: file), Wording.syntax("YAML", "\(error)"))
    }
  }

  private static func convert(
    _ node: Yams.Node, path: String, file: String, depth: Int, _ findings: Findings
  ) -> Node {
    let place = Place(file: file, line: node.mark?.line, column: node.mark?.column, path: path)
    guard depth < depthLimit else {
      findings.error(at: place, Wording.tooDeep)
      return Node(.null, at: place)
    }
    guard node.anchor == nil else {
      findings.error(at: place, Wording.aliases)
      return Node(.null, at: place)
    }
    switch node {
    case .scalar(let scalar):
      checkTag(scalar.tag, at: place, findings)
      return Node(value(of: scalar), at: place)
    case .sequence(let sequence):
      checkTag(sequence.tag, at: place, findings)
      let nodes = sequence.enumerated().map { index, child in
        convert(child, path: "\(path)[\(index)]", file: file, depth: depth + 1, findings)
      }
      return Node(.list(nodes), at: place)
    case .mapping(let mapping):
      checkTag(mapping.tag, at: place, findings)
      return Node(
        .object(members(mapping, at: place, file: file, depth: depth, findings)), at: place)
    case .alias:
      findings.error(at: place, Wording.aliases)
      return Node(.null, at: place)
    }
  }

  private static func members(
    _ mapping: Yams.Node.Mapping, at parent: Place, file: String, depth: Int, _ findings: Findings
  ) -> [Node.Member] {
    mapping.compactMap { key, child in
      var place = Place(
        file: file, line: key.mark?.line, column: key.mark?.column, path: parent.path)
      guard case .scalar(let name) = key, key.anchor == nil else {
        findings.error(at: place, Wording.keyNotText)
        return nil
      }
      place.path = parent.path.isEmpty ? name.string : "\(parent.path).\(name.string)"
      let node = convert(child, path: place.path, file: file, depth: depth + 1, findings)
      return Node.Member(key: name.string, place: place, node: node)
    }
  }

  /// The tag of quoted text, and of `!!str`.
  private static let textTag = "tag:yaml.org,2002:str"

  /// Refuses `!tags`: what a value is follows from the field alone.
  private static func checkTag(_ tag: Yams.Tag, at place: Place, _ findings: Findings) {
    guard !["", "!", textTag].contains(tag.description) else { return }
    findings.error(at: place, Wording.tag(tag.description))
  }

  /// YAML 1.2 core schema for plain scalars, without its octal and special numbers.
  private static func value(of scalar: Yams.Node.Scalar) -> Node.Value {
    let isPlain = scalar.style == .plain || scalar.style == .any
    guard isPlain, scalar.tag.description != textTag else { return .text(scalar.string) }
    switch scalar.string {
    case "", "~", "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      return isNumber(scalar.string) ? .number(scalar.string) : .text(scalar.string)
    }
  }

  /// Whether a plain scalar is `-?(0|[1-9][0-9]*)(\.[0-9]+)?`.
  private static func isNumber(_ text: String) -> Bool {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...2).contains(parts.count) else { return false }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (48...57).contains($0) }
    }
    return isPlain && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
  }
}
