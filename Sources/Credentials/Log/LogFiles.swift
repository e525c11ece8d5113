import Foundation
import Glibc

/// How a log's files are read and written: whole, or where they are needed only.
struct LogFiles: Sendable {
  let read: LogFolder.Read
  let write: LogFolder.Write

  /// Opens a file with the flags of `open(2)`; `nil` when there is none.
  ///
  /// - Throws: ``CredentialError`` when it cannot be opened.
  func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(CredentialError)
    -> LogFile?
  {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw CredentialError(failedAt: path)
    }
    return LogFile(descriptor, path: path, files: self)
  }

  /// The bytes of a file; `nil` when there is none.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read.
  func contents(_ path: String) throws(CredentialError) -> [UInt8]? {
    guard let file = try open(path, O_RDONLY) else { return nil }
    return try file.bytes(0..<file.length())
  }

  /// Writes beside the goal, has it on the disk, and renames.
  ///
  /// - Throws: ``CredentialError`` when the disk does not take it; then the goal is as it was.
  func replace(_ goal: String, _ bytes: [UInt8]) throws(CredentialError) {
    let folder = String(goal[..<(goal.lastIndex(of: "/") ?? goal.startIndex)])
    try makeFolder(folder)
    let draft = "\(goal).\(getpid()).part"
    do throws(CredentialError) {
      guard let file = try open(draft, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644) else {
        throw CredentialError(failedAt: goal)
      }
      try file.put(bytes)
      try file.sync()
      guard rename(draft, goal) == 0 else { throw CredentialError(failedAt: goal) }
    } catch {
      unlink(draft)
      throw error
    }
    try sync(folder: folder)
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: ``CredentialError`` when it cannot be made.
  func makeFolder(_ path: String) throws(CredentialError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CredentialError(failedAt: path)
    }
  }

  /// Has a folder's names on the disk.
  ///
  /// - Throws: ``CredentialError`` when the disk does not take them.
  func sync(folder: String) throws(CredentialError) { try openFolder(folder).sync() }

  /// Opens a folder, to lock it or to have its names on the disk.
  ///
  /// - Throws: ``CredentialError`` when there is none.
  func openFolder(_ path: String) throws(CredentialError) -> LogFile {
    guard let folder = try open(path, O_RDONLY | O_DIRECTORY) else {
      throw CredentialError(failedAt: path)
    }
    return folder
  }
}

extension CredentialError {
  /// What the system says about the last call, which failed on a file.
  init(failedAt path: String) {
    self.init(.diskFailed, "\(path): \(String(cString: strerror(errno)))")
  }
}
