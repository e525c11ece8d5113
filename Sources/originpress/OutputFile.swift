import Foundation

/// Writes a file whole or not at all; `-` is standard output.
enum OutputFile {
  /// Writes beside the goal and renames.
  ///
  /// - Throws: ``OutsideFailure`` naming the path.
  static func write(_ bytes: Data, to path: String) throws(OutsideFailure) {
    guard path != "-" else {
      FileHandle.standardOutput.write(bytes)
      return
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

  /// Makes a folder with the folders above it.
  static func makeFolder(_ path: String) throws(OutsideFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutsideFailure(message: Wording.unwritable(path))
    }
  }
}
