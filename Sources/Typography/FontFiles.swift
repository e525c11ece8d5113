import Crypto

/// The checked files of a manifest.
struct FontFiles: Sendable {
  /// The contents by path.
  let bytes: [String: FontBytes]

  private static let stampName = "font-stamps"

  /// Maps every file; reads those through whose stamp is not known from an earlier check.
  init(manifest: FontManifest, source: FontSource) throws(FontFailure) {
    let opened = manifest.files.map { ($0, source.open($0.path)) }
    let missing = opened.filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else { throw Self.failure(.missing, missing) }
    let files = opened.compactMap { file, opened in opened.map { (file, $0) } }
    let known = Self.lines(source.readCache(Self.stampName)?.bytes)
    var changed: [FontFile] = []
    var stamps: [String] = []
    for (file, opened) in files {
      let stamp = Self.stamp(file, opened.stamp)
      stamps.append(stamp)
      if known.contains(stamp) { continue }
      if Self.sha256(opened.bytes) != file.sha256 { changed.append(file) }
    }
    guard changed.isEmpty else { throw Self.failure(.changed, changed) }
    bytes = Dictionary(files.map { ($0.0.path, $0.1.bytes) }, uniquingKeysWith: { a, _ in a })
    if !known.isSuperset(of: stamps) {
      let paths = Set(files.map(\.0.path))
      let others = known.filter { line in
        let parts = line.split(separator: " ", maxSplits: 3)
        return parts.count == 4 && !paths.contains(String(parts[3]))
      }
      let text = (others + stamps).sorted().joined(separator: "\n")
      source.writeCache(Self.stampName, Array(text.utf8))
    }
  }

  /// SHA-256 as 64 lower-case hexadecimal digits.
  static func sha256(_ bytes: FontBytes) -> String {
    var hash = SHA256()
    unsafe bytes.withBytes { unsafe hash.update(bufferPointer: $0) }
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func stamp(_ file: FontFile, _ stamp: FontSource.Stamp) -> String {
    "\(file.sha256) \(stamp.size) \(stamp.modified) \(file.path)"
  }

  private static func lines(_ bytes: FontBytes?) -> Set<String> {
    guard let bytes else { return [] }
    let text = unsafe bytes.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
    return Set(text.split(separator: "\n").map(String.init))
  }

  private static func failure(_ code: FontFailure.Code, _ files: [FontFile]) -> FontFailure {
    let paths = files.map(\.path)
    let packages = Set(files.map(\.package)).sorted()
    let message =
      code == .missing
      ? Wording.missingFonts(paths, packages: packages)
      : Wording.changedFonts(paths, packages: packages)
    return FontFailure(code: code, message: message)
  }
}
