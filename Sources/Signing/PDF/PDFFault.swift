import Diagnostics

/// Why a PDF file cannot be read or must not be signed.
enum PDFFault: Error, Hashable {
  /// No value or not the value that belongs there, at a byte.
  case syntax(Int)
  case tooDeep
  /// A dictionary has the key twice.
  case twice(String)
  case noTable
  /// The table of objects is a stream, or partly.
  case tableStream
  case encrypted
  case signed
  /// The catalog or a page has an entry that may change what is seen.
  case active(String)
  case noObject(Int)
  case noPages
  case noSuchPage(Int)

  /// The same for a person.
  var error: SigningError { SigningError(.file, Wording.file(self)) }
}
