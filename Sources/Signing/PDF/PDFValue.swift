/// A value of a PDF file (PDF 32000-1, 7.3), without streams.
indirect enum PDFValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number with a point, as it is written.
  case real(String)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary(PDFDictionary)
  case reference(PDFReference)

  /// The reference's, integer's, name's … value, when it is one.
  var reference: PDFReference? {
    if case .reference(let value) = self { value } else { nil }
  }

  var integer: Int? { if case .integer(let value) = self { value } else { nil } }

  var name: String? { if case .name(let value) = self { value } else { nil } }

  var string: [UInt8]? { if case .string(let value) = self { value } else { nil } }

  var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }

  var dictionary: PDFDictionary? { if case .dictionary(let value) = self { value } else { nil } }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let text): Double(text)
    default: nil
    }
  }

  /// As it is written in a file.
  var text: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .real(let text): text
    case .name(let name): Self.written(name)
    case .string(let bytes): "<" + Hexadecimal.text(bytes) + ">"
    case .array(let values): "[" + values.map(\.text).joined(separator: " ") + "]"
    case .dictionary(let dictionary): dictionary.text
    case .reference(let reference): reference.text
    }
  }

  /// A text string (7.9.2.2) as UTF-16 with a byte order mark.
  static func text(_ value: String) -> PDFValue {
    .string([0xfe, 0xff] + value.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] })
  }

  /// A name with all but letters, digits and a few signs escaped (7.3.5).
  fileprivate static func written(_ name: String) -> String {
    "/"
      + name.utf8.map { byte in
        let isPlain =
          UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || "-_.+:".utf8.contains(byte)
        return isPlain ? String(UnicodeScalar(byte)) : "#" + Hexadecimal.text([byte])
      }.joined()
  }
}

/// The number of an object and its generation.
struct PDFReference: Hashable, Sendable {
  let number: Int
  let generation: Int

  var text: String { "\(number) \(generation) R" }
}

/// A dictionary in the order of the file; no key stands twice.
struct PDFDictionary: Hashable, Sendable {
  private(set) var keys: [String] = []
  private var values: [String: PDFValue] = [:]

  init(_ entries: KeyValuePairs<String, PDFValue> = [:]) {
    for (key, value) in entries { self[key] = value }
  }

  subscript(key: String) -> PDFValue? {
    get { values[key] }
    set {
      if values[key] == nil, newValue != nil { keys.append(key) }
      if newValue == nil { keys.removeAll { $0 == key } }
      values[key] = newValue
    }
  }

  var text: String {
    let entries = keys.map { "\(PDFValue.written($0)) \(values[$0]?.text ?? "null")" }
    return "<< " + entries.joined(separator: " ") + " >>"
  }
}
