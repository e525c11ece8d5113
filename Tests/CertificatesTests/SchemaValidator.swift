import Foundation
import Notation

/// The part of JSON Schema 2020-12 that the certificate's schema uses; anything else is a fault.
struct SchemaValidator {
  let root: JSONValue

  /// The first place at which the value breaks the schema.
  func fault(_ value: JSONValue, _ schema: JSONValue? = nil, _ path: String = "$") -> String? {
    guard case .object(let keywords) = schema ?? root else { return "\(path): no schema" }
    for keyword in keywords {
      if let fault = check(value, keyword, path) { return fault }
    }
    return nil
  }

  private func check(_ value: JSONValue, _ keyword: JSONMember, _ path: String) -> String? {
    switch (keyword.key, keyword.value) {
    case ("$schema", _), ("$defs", _), ("title", _), ("description", _), ("format", _),
      ("contentEncoding", _), ("properties", _):
      if case .object(let members) = keyword.value, keyword.key == "properties" {
        return properties(value, members, path)
      }
      return nil
    case ("$ref", .text(let name)):
      guard let schema = root["$defs"]?[String(name.dropFirst("#/$defs/".count))] else {
        return "\(path): no \(name)"
      }
      return fault(value, schema, path)
    case ("type", .text(let name)):
      return type(of: value) == name || name == "number" && type(of: value) == "integer"
        ? nil : "\(path): no \(name)"
    case ("enum", .list(let values)): return values.contains(value) ? nil : "\(path): not allowed"
    case ("items", let schema):
      guard case .list(let values) = value else { return nil }
      return values.lazy.enumerated().compactMap { fault($1, schema, "\(path)[\($0)]") }.first
    case ("required", .list(let names)):
      return names.first { name in
        if case .text(let name) = name { return value[name] == nil }
        return true
      }.map { "\(path): \($0) missing" }
    case ("additionalProperties", .bool(false)), ("minProperties", _), ("maxProperties", _):
      return nil
    case ("pattern", .text(let pattern)):
      guard case .text(let text) = value else { return nil }
      let found = text.range(of: pattern, options: .regularExpression) != nil
      return found ? nil : "\(path): not \(pattern)"
    default: return "\(path): unknown keyword \(keyword.key)"
    }
  }

  private func properties(
    _ value: JSONValue, _ schemas: [JSONMember], _ path: String
  ) -> String? {
    guard case .object(let members) = value else { return nil }
    for member in members {
      guard let schema = schemas.first(where: { $0.key == member.key })?.value else {
        return "\(path).\(member.key): unknown"
      }
      if let fault = fault(member.value, schema, "\(path).\(member.key)") { return fault }
    }
    return nil
  }

  private func type(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .number(let text): text.contains(".") ? "number" : "integer"
    case .text: "string"
    case .list: "array"
    case .object: "object"
    }
  }
}
