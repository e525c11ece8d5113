/// A font file of a Debian package.
package struct FontFile: Hashable, Sendable {
  /// The absolute path.
  package let path: String
  /// The Debian package that brings it.
  package let package: String
  /// SHA-256 of the file, 64 lower-case hexadecimal digits.
  package let sha256: String
}
