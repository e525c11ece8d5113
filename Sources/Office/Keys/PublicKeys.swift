package import Credentials
import Diagnostics

/// What anyone may know of a site's keys; no password is needed.
package struct PublicKeys: Sendable {
  /// The published list of record keys.
  package let keyList: KeyList
  /// The log's public key.
  package let logKey: NoteKey

  /// Reads the list and the log's key.
  ///
  /// - Throws: ``OfficeError`` of code `no-keys`, `key-file` or `keys-damaged`.
  package static func open(_ folder: KeyFolder) throws(OfficeError) -> PublicKeys {
    guard folder.has(KeyFolder.ringName) || folder.has(KeyFolder.listName) else {
      throw OfficeError(.noKeys, Wording.noKeys(folder.path))
    }
    return PublicKeys(keyList: try list(folder), logKey: try logKey(folder))
  }

  private static func list(_ folder: KeyFolder) throws(OfficeError) -> KeyList {
    let path = folder.path(of: KeyFolder.listName)
    let bytes = try folder.read(KeyFolder.listName)
    do { return try KeyList(bytes, file: path) } catch {
      throw OfficeError(.keysDamaged, Wording.damagedKeys(path))
    }
  }

  /// Reads the log's key alone.
  ///
  /// - Throws: ``OfficeError`` of code `no-keys` or `keys-damaged`.
  package static func logKey(_ folder: KeyFolder) throws(OfficeError) -> NoteKey {
    guard folder.has(KeyFolder.logName) else {
      throw OfficeError(.noKeys, Wording.noKeys(folder.path))
    }
    let text = try folder.text(KeyFolder.logName).trimmingLineFeeds
    do { return try NoteKey(text) } catch {
      throw OfficeError(.keysDamaged, Wording.damagedKeys(folder.path(of: KeyFolder.logName)))
    }
  }
}

extension String {
  /// Without line feeds at its end.
  var trimmingLineFeeds: String {
    String(self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)])
  }
}
