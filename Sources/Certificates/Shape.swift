import Notation

/// The fields of one object of the certificate's JSON.
struct Shape<Value>: Sendable {
  /// The name in the schema's `$defs`.
  let name: String
  /// One sentence for the schema.
  let note: String
  /// A value whose fields are not filled yet.
  let blank: @Sendable () -> Value
  let fields: [Field<Value>]

  /// Reads every field; wrong, missing and unknown ones are reported.
  func read(_ node: Node, _ reading: DraftReading) -> Value? {
    guard let reader = ObjectReader(node, reading.findings) else { return nil }
    var value = blank()
    for field in fields {
      if let member = reader.nodeOrNull(field.name) {
        field.read(member, &value, reading)
      } else if field.isRequired {
        reader.reportMissing(field.name)
      }
    }
    reader.finish()
    return value
  }

  /// The object in the order of the fields; absent values are left out.
  func write(_ value: Value) -> JSONValue {
    .object(fields.compactMap { field in field.write(value).map { JSONMember(field.name, $0) } })
  }

  /// The schemas of this object and of those inside it, by name.
  var definitions: [JSONMember] {
    fields.flatMap(\.definitions) + [JSONMember(name, schema)]
  }

  /// The JSON Schema (2020-12) of the object.
  var schema: JSONValue {
    [
      "type": "object", "description": .text(note), "additionalProperties": false,
      "required": .list(fields.filter(\.isRequired).map { .text($0.name) }),
      "properties": .object(fields.map { JSONMember($0.name, $0.describedSchema) }),
    ]
  }
}

/// One field of an object: its name with the way it is read, written and described.
struct Field<Root>: Sendable {
  let name: String
  /// One sentence for the schema.
  let note: String
  let isRequired: Bool
  let schema: JSONValue
  let definitions: [JSONMember]
  let read: @Sendable (Node, inout Root, DraftReading) -> Void
  /// The field's value; `nil` when absent.
  let write: @Sendable (Root) -> JSONValue?

  /// A field that must be there.
  static func required<Value>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ format: Format<Value>,
    _ note: String
  ) -> Field {
    Field(
      name: name, note: note, isRequired: true, schema: format.schema,
      definitions: format.definitions
    ) { node, root, reading in
      if let value = format.read(node, reading) { root[keyPath: path] = value }
    } write: {
      format.write($0[keyPath: path])
    }
  }

  /// A field that may be absent.
  static func optional<Value>(
    _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ format: Format<Value>,
    _ note: String
  ) -> Field {
    Field(
      name: name, note: note, isRequired: false, schema: format.schema,
      definitions: format.definitions
    ) { node, root, reading in
      root[keyPath: path] = format.read(node, reading)
    } write: {
      $0[keyPath: path].map(format.write)
    }
  }

  /// A field that stands for a value of its own when absent, and is then not written.
  static func defaulted<Value: Equatable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, to value: Value,
    _ format: Format<Value>, _ note: String
  ) -> Field {
    Field(
      name: name, note: note, isRequired: false, schema: format.schema,
      definitions: format.definitions
    ) { node, root, reading in
      if let value = format.read(node, reading) { root[keyPath: path] = value }
    } write: {
      $0[keyPath: path] == value ? nil : format.write($0[keyPath: path])
    }
  }

  /// The schema with the note.
  var describedSchema: JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(members + [JSONMember("description", .text(note))])
  }
}
