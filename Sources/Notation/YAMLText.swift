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
  /// - Throws: ``Refusal`` that names the place of the fault.
  package static func parse(_ bytes: some Collection<UInt8>, file: String) throws(Refusal) -> Node {
    guard bytes.count <= byteLimit else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.tooLarge(byteLimit)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.notUTF8))
    }
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Refusal(diagnostic(for: error, file: file))
    }
    guard let root else { return Node(.null, at: Place(file: file, line: 1, column: 1)) }
    let findings = Findings()
    let node = convert(root, path: "", file: file, depth: 0, findings)
    try findings.throwErrors()
    return node
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
    switch node {
    case .scalar(let scalar):
      return Node(value(of: scalar, node), at: place)
    case .sequence(let sequence):
      let nodes = sequence.enumerated().map { index, child in
        convert(child, path: "\(path)[\(index)]", file: file, depth: depth + 1, findings)
      }
      return Node(.list(nodes), at: place)
    case .mapping(let mapping):
      let members = mapping.map { key, child in
        let name = key.string ?? ""
        let childPath = path.isEmpty ? name : "\(path).\(name)"
        return Node.Member(
          key: name,
          place: Place(file: file, line: key.mark?.line, column: key.mark?.column, path: childPath),
          node: convert(child, path: childPath, file: file, depth: depth + 1, findings))
      }
      return Node(.object(members), at: place)
    case .alias:
      findings.error(at: place, Wording.aliases)
      return Node(.null, at: place)
    }
  }

  /// YAML 1.2 core schema for plain scalars, without its octal and special numbers.
  private static func value(of scalar: Yams.Node.Scalar, _ node: Yams.Node) -> Node.Value {
    guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
    switch scalar.string {
    case "", "~", "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      let isNumber = scalar.string.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil
      return isNumber ? .number(scalar.string) : .text(scalar.string)
    }
  }
}
