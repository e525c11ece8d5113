package import Diagnostics
import DisplayList

extension FontManifest {
  /// Compares every file and face with the manifest, reading the files through.
  package func verify(_ source: FontSource, _ findings: Findings) {
    let hashes = Dictionary(
      files.compactMap { file in
        source.open(file.path).map { (file.path, ($0.bytes, FontFiles.sha256($0.bytes))) }
      }, uniquingKeysWith: { a, _ in a })
    for id in order {
      guard let face = faces[id], case .file(let file, let index, let name) = face.origin else {
        continue
      }
      guard let (bytes, hash) = hashes[file.path] else {
        findings.error(
          at: face.place, Wording.unreadable(file.path), hint: Wording.install(file.package))
        continue
      }
      if hash != file.sha256 { findings.error(at: face.place, Wording.wrongHash(file.path, hash)) }
      let found = ShapingFont(bytes, index: index).postScriptName
      if found != name { findings.error(at: face.place, Wording.wrongName(found, wanted: name)) }
    }
  }
}
