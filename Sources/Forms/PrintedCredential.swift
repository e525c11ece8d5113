/// What an output shows of its signed record: the text of the code and what a person may type instead.
package struct PrintedCredential: Hashable, Sendable {
  /// The text that the code carries.
  package let code: String
  /// The check code, six characters.
  package let checkCode: String

  /// The serial of the original.
  package let serial: String

  /// A printed credential from its parts.
  package init(code: String, checkCode: String, serial: String) {
    self.code = code
    self.checkCode = checkCode
    self.serial = serial
  }
}
