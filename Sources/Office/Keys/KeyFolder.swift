package import Foundation
import Glibc

/// The folder `keys` of the data folder; only this type touches its files.
package struct KeyFolder: Sendable {
  /// The folder.
  package let path: String

  /// The encrypted secrets.
  static let ringName = "ring.json"
  /// The published list of record keys.
  static let listName = "keylist.json"
  /// The log's public key.
  static let logName = "log.pub"

  private static let largest = 4 << 20

  /// The keys of a data folder; a relative one is below the folder that the program works in.
  ///
  /// OpenSSL runs in a folder of its own, so the path must not depend on where one stands.
  package init(dataFolder: String) {
    path = URL(fileURLWithPath: dataFolder).path + "/keys"
  }

  /// The path of a file: names without a leading `/` are in the folder.
  package func path(of name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

  /// Whether there is something under the name.
  package func has(_ name: String) -> Bool { access(path(of: name), F_OK) == 0 }

  /// The bytes of a file.
  ///
  /// - Throws: ``OfficeError`` of code `no-keys` for a missing ring, else of code `key-file`.
  package func read(_ name: String) throws(OfficeError) -> Data {
    let file = path(of: name)
    guard let handle = FileHandle(forReadingAtPath: file),
      let bytes = try? handle.read(upToCount: Self.largest)
    else {
      if name == Self.ringName { throw OfficeError(.noKeys, Wording.noKeys(path)) }
      throw OfficeError(.keyFile, Wording.missingKeyFile(file))
    }
    return bytes
  }

  /// The text of a file; bytes that are no UTF-8 make a text that is no key.
  package func text(_ name: String) throws(OfficeError) -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  /// Makes the folder, which only its owner may enter.
  package func make() throws(OfficeError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw OfficeError(.unwritable, Wording.unwritableKeys(path)) }
  }

  /// Writes a file whole or not at all; only its owner may read it unless it is public.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - name: its name.
  ///   - isPublic: whether others may read it.
  ///   - isNew: whether a file of that name is left as it is, and the writing fails.
  /// - Throws: ``OfficeError`` of code `unwritable` or `keys-exist`.
  package func write(
    _ bytes: some Sequence<UInt8>, to name: String, isPublic: Bool = false, isNew: Bool = false
  ) throws(OfficeError) {
    let goal = path(of: name)
    let draft = "\(goal).\(getpid()).part"
    defer { unlink(draft) }
    let mode: mode_t = isPublic ? 0o644 : 0o600
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw OfficeError(.unwritable, Wording.unwritableKeys(goal)) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    let isWritten = (try? handle.write(contentsOf: Data(bytes))) != nil && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten else {
      throw OfficeError(.unwritable, Wording.unwritableKeys(goal))
    }
    // A link fails where something stands, a renaming replaces it.
    guard (isNew ? link(draft, goal) : rename(draft, goal)) == 0, sync() else {
      throw errno == EEXIST
        ? OfficeError(.keysExist, Wording.keysExist(goal))
        : OfficeError(.unwritable, Wording.unwritableKeys(goal))
    }
  }

  /// Does something while no other program changes the keys.
  package func locked<Value>(_ body: () async throws -> Value) async throws -> Value {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw OfficeError(.noKeys, Wording.noKeys(path))
    }
    defer { close(descriptor) }
    return try await body()
  }

  /// Has the folder's names on the disk.
  private func sync() -> Bool {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}
