package import Diagnostics
package import Foundation
package import Notation

/// Reads the files a layout is made of; the reading itself is handed in.
package struct LayoutFiles: Sendable {
  /// Bytes of a file by its path relative to the layouts' folder.
  package let read: @Sendable (_ path: String) throws -> Data
  /// The folder as the person named it, put before paths in messages.
  package let folder: String
  private let cache: YAMLCache

  /// Files of a folder, read by the function given.
  package init(
    folder: String, cache: YAMLCache = .none,
    read: @escaping @Sendable (_ path: String) throws -> Data
  ) {
    self.folder = folder
    self.cache = cache
    self.read = read
  }

  /// The path as messages show it.
  package func shown(_ path: String) -> String { folder.isEmpty ? path : "\(folder)/\(path)" }

  /// The bytes of a file, or `nil` after reporting that it cannot be read.
  package func bytes(of path: String, at place: Place?, _ findings: Findings) -> Data? {
    do {
      return try read(path)
    } catch {
      findings.error(at: place ?? Place(file: shown(path)), Wording.unreadable(shown(path)))
      return nil
    }
  }

  /// A YAML file with everything it includes merged under it.
  ///
  /// Members of the file win over those of the files it includes; objects are merged member by
  /// member, lists whose entries have an `id` entry by entry.
  package func node(of path: String, _ findings: Findings) -> Node? {
    node(of: path, includedFrom: [], at: nil, findings)
  }

  private func node(
    of path: String, includedFrom chain: [String], at place: Place?, _ findings: Findings
  ) -> Node? {
    if chain.contains(path) {
      findings.error(at: place ?? Place(file: shown(path)), Wording.includeCycle(chain + [path]))
      return nil
    }
    guard let bytes = bytes(of: path, at: place, findings) else { return nil }
    let node: Node
    do throws(Refusal) {
      node = try cache.parse(bytes, file: shown(path))
    } catch {
      error.diagnostics.forEach(findings.report)
      return nil
    }
    guard case .object(let members) = node.value,
      let include = members.first(where: { $0.key == "include" })
    else { return node }
    guard let names = [String](include.node, findings),
      case .list(let nodes) = include.node.value
    else { return nil }
    var merged = Node(.object(members.filter { $0.key != "include" }), at: node.place)
    for (name, node) in zip(names, nodes).reversed() {
      let target = Self.resolve(name, from: path)
      guard
        let base = self.node(
          of: target, includedFrom: chain + [path], at: node.place, findings)
      else { return nil }
      merged = merged.merged(over: base)
    }
    return merged
  }

  /// A path relative to the folder of another, with `..` taken out; it never leads out of the
  /// layouts' folder.
  static func resolve(_ name: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
