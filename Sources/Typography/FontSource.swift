/// How the font catalogue reaches files: the only way in which this module touches the disk.
package struct FontSource: Sendable {
  /// A font file with what tells it from another version of itself.
  package struct File: Sendable {
    /// The contents of the file.
    package let bytes: FontBytes
    /// What changes when the file is replaced by another version.
    package let stamp: Stamp

    /// A file from its contents and its stamp.
    package init(bytes: FontBytes, stamp: Stamp) {
      self.bytes = bytes
      self.stamp = stamp
    }
  }

  /// Size in bytes and time of last change in nanoseconds since 1970.
  package struct Stamp: Hashable, Sendable {
    /// The file's size in bytes.
    package let size: Int
    /// The time of the last change, in nanoseconds since 1970.
    package let modified: Int

    /// A stamp from the size in bytes and the time of change in nanoseconds since 1970.
    package init(size: Int, modified: Int) {
      self.size = size
      self.modified = modified
    }
  }

  /// Opens a font file without reading it through; `nil` when it is missing or cannot be read.
  package var open: @Sendable (_ path: String) -> File?
  /// What was kept under a name; `nil` when there is nothing.
  package var readCache: @Sendable (_ name: String) -> File?
  /// Keeps bytes under a name, at once or not at all; a cache that cannot be written is no fault.
  package var writeCache: @Sendable (_ name: String, _ bytes: [UInt8]) -> Void

  /// A source from its way to open files and to read and write the cache.
  package init(
    open: @escaping @Sendable (String) -> File?,
    readCache: @escaping @Sendable (String) -> File?,
    writeCache: @escaping @Sendable (String, [UInt8]) -> Void
  ) {
    self.open = open
    self.readCache = readCache
    self.writeCache = writeCache
  }
}
