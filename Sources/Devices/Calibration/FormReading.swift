package import Measures

/// Where the line of one form of a run came out, as a person read it with a ruler.
package struct FormReading: Hashable, Codable, Sendable {
  /// The form's number in the run, from 1.
  package let form: Int
  /// Its distance from the form's upper perforation, to 0.1 mm.
  package let read: Length

  /// A reading from its parts.
  package init(form: Int, read: Length) {
    self.form = form
    self.read = read
  }
}
