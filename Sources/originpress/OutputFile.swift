import Foundation
import Glibc

/// Writes a file whole or not at all; `-` is standard output.
enum OutputFile {
  /// Takes the next bytes of the file; they are lent for the call.
  typealias Append = (UnsafeRawBufferPointer) throws -> Void

  /// Writes beside the goal and renames.
  ///
  /// - Throws: ``OutsideFailure`` naming the path.
  static func write(_ bytes: Data, to path: String) throws {
    try write(to: path) { append in try bytes.withUnsafeBytes(append) }
  }

  /// Writes files that belong together: `page.png`, `page-2.png` and so on.
  ///
  /// - Throws: ``OutsideFailure`` naming the path.
  static func write(_ files: [Data], to path: String) throws {
    for (index, bytes) in files.enumerated() {
      try write(bytes, to: index == 0 ? path : numbered(path, index + 1))
    }
  }

  private static func numbered(_ path: String, _ number: Int) -> String {
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent
    return url.deletingLastPathComponent()
      .appendingPathComponent("\(name)-\(number).\(url.pathExtension)").path
  }

  /// Writes piece by piece beside the goal and renames; standard output gets all pieces at the end.
  ///
  /// - Throws: ``OutsideFailure`` naming the path, and what `body` throws.
  static func write(to path: String, _ body: (Append) throws -> Void) throws {
    if path == "-" || isDevice(path) {
      var whole = Data()
      try body { whole.append(contentsOf: $0) }
      let descriptor = path == "-" ? dup(STDOUT_FILENO) : open(path, O_WRONLY | O_CLOEXEC)
      return try writing(to: descriptor, path) { append in try whole.withUnsafeBytes(append) }
    }
    let goal = URL(fileURLWithPath: path)
    let draft = goal.deletingLastPathComponent()
      .appendingPathComponent(".\(goal.lastPathComponent).\(getpid()).part").path
    do {
      let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      try writing(to: descriptor, path, body)
      guard rename(draft, goal.path) == 0 else { throw unwritable(path) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Whether the path leads to something that is no file to be replaced, such as `/dev/full`.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Writes to an opened file and closes it.
  private static func writing(
    to descriptor: Int32, _ path: String, _ body: (Append) throws -> Void
  ) throws {
    guard descriptor >= 0 else { throw unwritable(path) }
    let result = Result {
      try body { bytes in
        guard writeAll(bytes, to: descriptor) else { throw unwritable(path) }
      }
    }
    guard close(descriptor) == 0 else { throw unwritable(path) }
    try result.get()
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  private static func unwritable(_ path: String) -> OutsideFailure {
    OutsideFailure(message: Wording.unwritable(path))
  }

  /// Makes a folder with the folders above it; a private one is its owner's alone.
  static func makeFolder(_ path: String, isPrivate: Bool = false) throws(OutsideFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: isPrivate ? [.posixPermissions: 0o700] : nil)
    } catch {
      throw OutsideFailure(message: Wording.unwritable(path))
    }
  }
}
