package import Diagnostics
package import Foundation

/// Reads JSON text (RFC 8259) into nodes with field paths.
package enum JSONText {
  /// Largest accepted text in bytes; image marks travel inside as base64.
  package static let byteLimit = 64 << 20

  /// Parses one value.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - file: the file's name as the person gave it, for messages.
  /// - Throws: ``Refusal`` that names the place of the fault.
  package static func parse(_ bytes: Data, file: String?) throws(Refusal) -> Node {
    guard bytes.count <= byteLimit else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.tooLarge(byteLimit)))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.notUTF8))
    }
    do {
      let value = try JSONDecoder().decode(JSONValue.self, from: bytes)
      return node(value, path: "")
    } catch {
      throw Refusal(Diagnostic(at: Place(file: file), Wording.syntax("JSON", detail(of: error))))
    }
  }

  private static func detail(of error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "\(error)" }
    let underlying = context.underlyingError.map { ($0 as NSError).userInfo }
    let debug = underlying?["NSDebugDescription"] as? String
    return (debug ?? context.debugDescription).trimmingCharacters(in: CharacterSet(charactersIn: "."))
  }

  private static func node(_ value: JSONValue, path: String) -> Node {
    let place = Place.field(path)
    switch value {
    case .null: return Node(.null, at: place)
    case .bool(let flag): return Node(.bool(flag), at: place)
    case .number(let text): return Node(.number(text), at: place)
    case .text(let text): return Node(.text(text), at: place)
    case .list(let values):
      let nodes = values.enumerated().map { node($1, path: "\(path)[\($0)]") }
      return Node(.list(nodes), at: place)
    case .object(let members):
      let nodes = members.sorted { $0.key < $1.key }.map { key, value in
        let childPath = path.isEmpty ? key : "\(path).\(key)"
        return Node.Member(
          key: key, place: .field(childPath), node: node(value, path: childPath))
      }
      return Node(.object(nodes), at: place)
    }
  }
}

/// A JSON value as the decoder sees it; `Decimal` keeps every digit of a number.
private indirect enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number("\(number)")
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
