/// Where tiles are: a way to read and a way to write, so that the tree needs no files.
package struct TileStore: Sendable {
  /// The bytes under a path; `nil` when there are none.
  package let read: @Sendable (_ path: String) throws -> [UInt8]?
  /// Puts bytes under a path, whole or not at all.
  package let write: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void

  /// A store from its two ways.
  package init(
    read: @escaping @Sendable (String) throws -> [UInt8]?,
    write: @escaping @Sendable (String, [UInt8]) throws -> Void
  ) {
    self.read = read
    self.write = write
  }
}
