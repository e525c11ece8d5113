import Diagnostics
import Forms
import Foundation
import Notation

/// The folder that holds Layouts, Fonts and printers.
struct Home {
  let folder: URL

  /// The folder stated on the command line, else `ORIGINPRESS_HOME`, else beside the program or
  /// above it.
  ///
  /// - Throws: ``OutsideFailure`` naming the folder that is none.
  init(stated: String?) throws(OutsideFailure) {
    if let path = stated ?? Outside.home {
      guard Self.isHome(path) else { throw OutsideFailure(message: Wording.noHome(path)) }
      folder = URL(fileURLWithPath: path)
      return
    }
    var candidate = Outside.program.deletingLastPathComponent()
    while !Self.isHome(candidate.path) {
      guard candidate.path != "/" else {
        throw OutsideFailure(
          message: Wording.noHome(Outside.program.deletingLastPathComponent().path))
      }
      candidate.deleteLastPathComponent()
    }
    folder = candidate
  }

  private static func isHome(_ path: String) -> Bool {
    ["Layouts", "Fonts", "printers"].allSatisfy { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return exists && isFolder.boolValue
    }
  }

  /// The folder of the printer profiles.
  var printers: URL { folder.appendingPathComponent("printers") }

  private static let cache = YAMLCache(
    read: { CacheFolder.read($0) }, write: { CacheFolder.write($1, as: $0) })

  private static let dot: Character = "."

  let siteFile = "Layouts/policy/site.yaml"

  /// Whether a file stands below the folder.
  func hasFile(_ path: String) -> Bool { access("\(folder.path)/\(path)", F_OK) == 0 }

  /// A file below the folder as a node, under the name that messages show.
  func yaml(_ path: String) throws(Refusal) -> Node {
    try Self.cache.parse(try bytes(path), file: path)
  }

  /// The bytes of a file below the folder.
  func bytes(_ path: String) throws(Refusal) -> Data {
    do { return try Data(contentsOf: folder.appendingPathComponent(path)) } catch {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.unreadable))
    }
  }

  /// The policy tables, by name.
  func policyFiles() throws -> [String] {
    let aside = ["site.yaml", "samples.yaml"]
    return try names(in: "Layouts/policy")
      .filter { $0.hasSuffix(".yaml") && !aside.contains($0) }.map { "Layouts/policy/\($0)" }
  }

  /// The codes of the forms that have a folder.
  func forms() throws -> [String] {
    try names(in: "Layouts").filter { name in
      !["documents", "policy", "shared"].contains(name) && !name.contains(Self.dot)
    }
  }

  /// The names of the documents beside the certificate that have a folder.
  func documents() throws -> [String] {
    try names(in: "Layouts/documents").filter { !$0.contains(Self.dot) }
  }

  /// The layout files of the editions in a folder, which a form's code names; relative to `Layouts`.
  func layoutFiles(in folder: String) throws -> [String] {
    try names(in: "Layouts/\(folder)").map { "\(folder)/\($0)/layout.yaml" }
  }

  /// How layouts read their files.
  var layoutFiles: LayoutFiles {
    let root = folder.appendingPathComponent("Layouts")
    return LayoutFiles(folder: "Layouts", cache: Self.cache) { path in
      try Data(contentsOf: root.appendingPathComponent(path))
    }
  }

  private func names(in path: String) throws -> [String] {
    do {
      return try FileManager.default
        .contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.unreadable))
    }
  }
}
