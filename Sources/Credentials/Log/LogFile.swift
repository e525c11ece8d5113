import Glibc

/// An open file of a log, closed when the last who holds it lets go; its lock goes with it.
final class LogFile {
  private let descriptor: Int32
  private let path: String
  private let files: LogFiles

  init(_ descriptor: Int32, path: String, files: LogFiles) {
    self.descriptor = descriptor
    self.path = path
    self.files = files
  }

  deinit { close(descriptor) }

  /// How many bytes it has now.
  func length() throws(CredentialError) -> Int {
    var state = stat()
    guard fstat(descriptor, &state) == 0 else { throw failure }
    return Int(state.st_size)
  }

  /// The bytes of a range, all of them.
  ///
  /// - Throws: ``CredentialError`` when they cannot be read or the file has become shorter.
  func bytes(_ range: Range<Int>) throws(CredentialError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { all in
        let rest = UnsafeMutableRawBufferPointer(rebasing: all[filled...])
        return files.read(descriptor, rest, range.lowerBound + filled)
      }
      if count < 0 && errno == EINTR { continue }
      if count == 0 { errno = EIO }
      guard count > 0 else { throw failure }
      filled += count
    }
    return bytes
  }

  /// Writes bytes at the end.
  ///
  /// - Throws: ``CredentialError`` when not all were taken.
  func put(_ bytes: [UInt8]) throws(CredentialError) {
    var taken = 0
    while taken < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        files.write(descriptor, UnsafeRawBufferPointer(rebasing: all[taken...]))
      }
      if count < 0 && errno == EINTR { continue }
      if count == 0 { errno = EIO }
      guard count > 0 else { throw failure }
      taken += count
    }
  }

  /// Cuts off what comes after a length.
  func truncate(to length: Int) throws(CredentialError) {
    guard ftruncate(descriptor, length) == 0 else { throw failure }
  }

  /// Has everything on the disk.
  func sync() throws(CredentialError) {
    guard fsync(descriptor) == 0 else { throw failure }
  }

  /// Waits for other processes and tasks that hold it open, and keeps them waiting.
  ///
  /// - Parameter kind: `LOCK_EX` for itself alone, `LOCK_SH` beside readers, `LOCK_UN` to let go.
  /// - Throws: ``CredentialError`` when the system refuses.
  func lock(_ kind: Int32) throws(CredentialError) {
    while flock(descriptor, kind) != 0 {
      guard errno == EINTR else { throw failure }
    }
  }

  private var failure: CredentialError { CredentialError(failedAt: path) }
}
