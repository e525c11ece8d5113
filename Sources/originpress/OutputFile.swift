import Foundation

/// Writes a file whole or not at all; `-` is standard output.
enum OutputFile {
  /// Writes beside the goal and renames.
  ///
  /// - Throws: ``OutsideFailure`` naming the path.
  static func write(_ bytes: Data, to path: String) throws(OutsideFailure) {
    guard path != "-" else {
      return try write(bytes, through: .standardOutput, path)
    }
    if isDevice(path), let handle = FileHandle(forWritingAtPath: path) {
      return try write(bytes, through: handle, path)
    }
    let goal = URL(fileURLWithPath: path)
    let folder = goal.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(".\(goal.lastPathComponent).\(getpid()).part")
    do {
      try bytes.write(to: draft)
      guard rename(draft.path, goal.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw OutsideFailure(message: Wording.unwritable(path))
    }
  }

  /// Whether the path leads to something that is no file to be replaced, such as `/dev/full`.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func write(
    _ bytes: Data, through handle: FileHandle, _ path: String
  ) throws(OutsideFailure) {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw OutsideFailure(message: Wording.unwritable(path))
    }
  }

  /// Makes a folder with the folders above it.
  static func makeFolder(_ path: String) throws(OutsideFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutsideFailure(message: Wording.unwritable(path))
    }
  }
}
