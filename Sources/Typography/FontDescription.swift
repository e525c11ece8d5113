package import Diagnostics
import DisplayList
package import Notation

/// Where one face of the manifest comes from.
package struct FontDescription: Sendable {
  /// What the face is made from.
  package enum Origin: Sendable {
    /// One face of a file: its place in a collection (0 otherwise) and its PostScript name.
    case file(FontFile, index: Int, name: String)
    /// Cut at run time from another face.
    case subset(of: FaceReference, CoreCharacters)
  }

  /// The file or the other face that it is made from.
  package let origin: Origin
  /// Where the manifest describes the face, for messages.
  package let place: Place

  /// The file of the face; `nil` for a subset.
  package var file: FontFile? {
    if case .file(let file, _, _) = origin { file } else { nil }
  }
}

extension FontDescription: NodeReadable {
  /// Reads a file's face or, with `subset-of`, a subset; `nil` when that fails.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let isSubset = reader.node("subset-of") != nil
    let origin = isSubset ? Self.subset(reader) : Self.file(reader)
    reader.finish()
    guard let origin else { return nil }
    self.origin = origin
    place = node.place
  }

  private static func subset(_ reader: ObjectReader) -> Origin? {
    let source: FaceReference? = reader.required("subset-of")
    let characters: CoreCharacters? = reader.required("characters")
    guard let source, let characters else { return nil }
    return .subset(of: source, characters)
  }

  private static func file(_ reader: ObjectReader) -> Origin? {
    let path: String? = reader.required("path")
    let package: String? = reader.required("package")
    let name: String? = reader.required("name")
    let hash: String? = reader.required("sha256")
    let index: Int = reader.node("index").flatMap { Int($0, reader.findings) } ?? 0
    guard let path, let package, let name, let hash else { return nil }
    let isPath = path.hasPrefix("/")
    if !isPath { reader.findings.error(at: reader.place(of: "path"), Wording.notAPath(path)) }
    let isHash = hash.utf8.count == 64 && hash.allSatisfy(Set("0123456789abcdef").contains)
    if !isHash { reader.findings.error(at: reader.place(of: "sha256"), Wording.notSHA256(hash)) }
    let isIndex = (0..<256).contains(index)
    if !isIndex { reader.findings.error(at: reader.place(of: "index"), Wording.badIndex(index)) }
    guard isPath, isHash, isIndex else { return nil }
    return .file(
      FontFile(path: path, package: package, sha256: hash), index: index, name: name)
  }
}
