import Diagnostics
import Foundation
import Notation

/// How one kind of value is read from JSON, written to it and described in the schema.
struct Format<Value>: Sendable {
  /// The JSON Schema of the value.
  let schema: JSONValue
  /// The named schemas that ``schema`` refers to.
  var definitions: [JSONMember] = []
  /// Makes the value, or reports why not.
  let read: @Sendable (Node, DraftReading) -> Value?
  let write: @Sendable (Value) -> JSONValue
}

extension Format<String> {
  /// Text; line ends become `\n` and characters their composed form (Unicode NFC).
  static let text = Format(schema: ["type": "string"]) { node, reading in
    String(node, reading.findings).map(Text.normalised)
  } write: {
    .text($0)
  }

  /// Text of a stated shape, given as an ECMA-262 expression that only the schema holds.
  static func text(shape: String) -> Format {
    Format(
      schema: ["type": "string", "pattern": .text(shape)], read: Format.text.read,
      write: Format.text.write)
  }
}

extension Format<Bool> {
  static let flag = Format(schema: ["type": "boolean"]) { node, reading in
    Bool(node, reading.findings)
  } write: {
    .bool($0)
  }
}

extension Format<Int> {
  static let integer = Format(schema: ["type": "integer"]) { node, reading in
    Int(node, reading.findings)
  } write: {
    .integer($0)
  }
}

extension Format<Decimal> {
  /// A number; every digit is kept.
  static let decimal = Format(schema: ["type": "number"]) { node, reading in
    guard case .number = node.value else {
      reading.findings.error(at: node.place, Wording.notANumber(node.kind))
      return nil
    }
    return Decimal(node, reading.findings)
  } write: {
    .number(DecimalFormat.plain($0))
  }
}

extension Format<CalendarDate> {
  static let date = Format(schema: ["type": "string", "format": "date"]) { node, reading in
    CalendarDate(node, reading.findings)
  } write: {
    .text($0.description)
  }
}

extension Format where Value: NodeChoice & Sendable {
  /// One of the words of a closed set.
  static var choice: Format {
    let words = Value.allCases.map { JSONValue.text($0.rawValue) }
    return Format(schema: ["enum": .list(words)]) { node, reading in
      Value(node, reading.findings)
    } write: {
      .text($0.rawValue)
    }
  }
}

extension Format {
  /// A list of values.
  static func list<Element>(of element: Format<Element>) -> Format where Value == [Element] {
    Format(
      schema: ["type": "array", "items": element.schema], definitions: element.definitions
    ) { node, reading in
      guard case .list(let nodes) = node.value else {
        reading.findings.error(at: node.place, Wording.notAList(node.kind))
        return nil
      }
      return nodes.compactMap { element.read($0, reading) }
    } write: {
      .list($0.map(element.write))
    }
  }

  /// An object of a stated shape.
  static func object(_ shape: Shape<Value>) -> Format {
    Format(
      schema: ["$ref": .text("#/$defs/\(shape.name)")], definitions: shape.definitions,
      read: { shape.read($0, $1) }, write: { shape.write($0) })
  }
}
