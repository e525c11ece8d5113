/// The part of JSON Schema (draft 2020-12) that a profile needs.
indirect enum SchemaShape: Encodable, Sendable {
  case text(pattern: String?)
  case choice([String])
  case flag
  case whole(from: Int, to: Int)
  case number(from: Double, to: Double)
  case list(SchemaShape, atLeast: Int)
  case record([AnyProfileField])

  /// Names of JSON Schema keywords and of the record's members.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    try encode(to: encoder, summary: nil)
  }

  /// Writes the shape, with a sentence for the reader.
  func encode(to encoder: any Encoder, summary: String?) throws {
    var object = encoder.container(keyedBy: Key.self)
    if let summary { try object.encode(summary, forKey: Key("description")) }
    switch self {
    case .text(let pattern):
      try object.encode("string", forKey: Key("type"))
      if let pattern { try object.encode(pattern, forKey: Key("pattern")) }
    case .choice(let names):
      try object.encode(names, forKey: Key("enum"))
    case .flag:
      try object.encode("boolean", forKey: Key("type"))
    case .whole(let from, let to):
      try object.encode("integer", forKey: Key("type"))
      try object.encode(from, forKey: Key("minimum"))
      try object.encode(to, forKey: Key("maximum"))
    case .number(let from, let to):
      try object.encode("number", forKey: Key("type"))
      try object.encode(from, forKey: Key("minimum"))
      try object.encode(to, forKey: Key("maximum"))
    case .list(let element, let atLeast):
      try object.encode("array", forKey: Key("type"))
      try object.encode(element, forKey: Key("items"))
      if atLeast > 0 { try object.encode(atLeast, forKey: Key("minItems")) }
    case .record(let fields):
      try encode(fields, in: &object)
    }
  }

  private func encode(
    _ fields: [AnyProfileField], in object: inout KeyedEncodingContainer<Key>
  ) throws {
    try object.encode("object", forKey: Key("type"))
    try object.encode(false, forKey: Key("additionalProperties"))
    try object.encode(fields.filter(\.isRequired).map(\.key), forKey: Key("required"))
    var members = object.nestedContainer(keyedBy: Key.self, forKey: Key("properties"))
    for field in fields {
      try field.shape.encode(
        to: members.superEncoder(forKey: Key(field.key)), summary: field.summary)
    }
  }
}
