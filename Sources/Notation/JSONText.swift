package import Diagnostics
package import Foundation

/// Reads JSON text (RFC 8259, strictly) into nodes with line, column and field path.
package enum JSONText {
  /// Largest accepted text in bytes; image marks travel inside as base64.
  package static let byteLimit = 64 << 20
  /// Deepest accepted nesting of lists and objects.
  package static let depthLimit = 64

  /// Parses one value.
  ///
  /// A key that appears twice is refused, as is a lone surrogate; numbers keep their text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text; a byte order mark at its start is skipped.
  ///   - file: the file's name as the person gave it, for messages.
  /// - Returns: the value with the places of all its parts.
  /// - Throws: ``Refusal`` that names the place of the fault.
  package static func parse(_ bytes: Data, file: String?) throws(Refusal) -> Node {
    guard bytes.count <= byteLimit else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.tooLarge(byteLimit)))
    }
    var parser = JSONParser(bytes: Array(bytes), file: file)
    return try parser.document()
  }
}
