/// Writes JSON text (RFC 8259): the same value always gives the same bytes.
///
/// Only quote, backslash and control characters are escaped; there is no text after the value.
package struct JSONWriter: Sendable {
  /// Whether members stand on lines of their own, two spaces deeper than their object.
  package let isPretty: Bool
  private var output: [UInt8] = []

  private init(isPretty: Bool) { self.isPretty = isPretty }

  /// The text of a value as UTF-8 bytes.
  package static func bytes(_ value: JSONValue, pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(isPretty: pretty)
    writer.write(value, depth: 0)
    return writer.output
  }

  /// The text of a value.
  package static func text(_ value: JSONValue, pretty: Bool = true) -> String {
    String(decoding: bytes(value, pretty: pretty), as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let text): append(text)
    case .text(let text): quote(text)
    case .list(let values):
      enclose("[", "]", values, depth) { writer, value in writer.write(value, depth: depth + 1) }
    case .object(let members):
      enclose("{", "}", members, depth) { writer, member in
        writer.quote(member.key)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func enclose<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ depth: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      newLine(depth + 1)
      each(&self, element)
    }
    if !elements.isEmpty { newLine(depth) }
    append(close)
  }

  private mutating func newLine(_ depth: Int) {
    guard isPretty else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
