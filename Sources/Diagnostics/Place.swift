/// Where in the input something was found.
package struct Place: Hashable, Sendable {
  /// The file as the person named it; `nil` for a value that came without a file.
  package var file: String?
  /// Line in the file, from 1.
  package var line: Int?
  /// Column in the line, from 1.
  package var column: Int?
  /// The field's path, such as `goods[2].description`; empty for the whole input.
  package var path: String

  /// A place from what is known of it.
  package init(file: String? = nil, line: Int? = nil, column: Int? = nil, path: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
  }

  /// The place of a field inside a certificate or another value without a file.
  package static func field(_ path: String) -> Place { Place(path: path) }
}

extension Place: CustomStringConvertible {
  /// `file:line:column: path`, each part only when known.
  package var description: String {
    var position = file ?? ""
    if let line { position += position.isEmpty ? "line \(line)" : ":\(line)" }
    if let column, line != nil { position += ":\(column)" }
    if position.isEmpty { return path }
    return path.isEmpty ? position : "\(position): \(path)"
  }
}
