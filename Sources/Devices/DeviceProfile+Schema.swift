package import Notation

extension DeviceProfile {
  /// The JSON Schema (2020-12) of a profile file, made of the reader's own description.
  package static var schema: JSONValue {
    guard case .object(let members) = SchemaShape.record(ProfileFields.all).json else {
      preconditionFailure("a record is an object")
    }
    return .object(
      [
        JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSONMember("title", "Printer profile"),
      ] + members)
  }
}
