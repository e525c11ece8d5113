package import Foundation

extension DeviceProfile {
  /// The JSON Schema of a profile file as UTF-8 text, made of the reader's own description.
  package static func schema() -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(ProfileSchema())
    } catch {
      preconditionFailure("the schema is made of texts and numbers only: \(error)")
    }
  }
}

/// The whole schema document: the profile's record under a title.
private struct ProfileSchema: Encodable {
  private enum Key: String, CodingKey {
    case schema = "$schema"
    case title
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode("https://json-schema.org/draft/2020-12/schema", forKey: .schema)
    try object.encode("Printer profile", forKey: .title)
    try SchemaShape.record(ProfileFields.all).encode(to: encoder)
  }
}
