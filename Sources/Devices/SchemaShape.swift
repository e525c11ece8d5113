import Notation

/// The part of JSON Schema (draft 2020-12) that a profile needs.
indirect enum SchemaShape: Sendable {
  case text(pattern: String?)
  case choice([String])
  case flag
  case whole(from: Int, to: Int)
  case number(from: Double, to: Double)
  case list(SchemaShape, atLeast: Int)
  case record([AnyProfileField])

  /// The schema of the shape.
  var json: JSONValue {
    switch self {
    case .text(let pattern):
      .object(["type": "string", "pattern": pattern.map { .text($0) }])
    case .choice(let names): ["enum": .list(names.map { .text($0) })]
    case .flag: ["type": "boolean"]
    case .whole(let from, let to):
      ["type": "integer", "minimum": .integer(from), "maximum": .integer(to)]
    case .number(let from, let to):
      ["type": "number", "minimum": .number("\(from)"), "maximum": .number("\(to)")]
    case .list(let element, let atLeast):
      .object([
        "type": "array", "items": element.json,
        "minItems": atLeast > 0 ? .integer(atLeast) : nil,
      ])
    case .record(let fields):
      [
        "type": "object", "additionalProperties": false,
        "required": .list(fields.filter(\.isRequired).map { .text($0.key) }),
        "properties": .object(fields.map { JSONMember($0.key, $0.describedSchema) }),
      ]
    }
  }
}

extension AnyProfileField {
  /// The schema of the member with a sentence for the reader.
  fileprivate var describedSchema: JSONValue {
    guard case .object(let members) = shape.json else { return shape.json }
    return .object([JSONMember("description", .text(summary))] + members)
  }
}
