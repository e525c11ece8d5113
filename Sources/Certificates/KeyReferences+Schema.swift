import Notation

extension KeyReferences {
  /// The JSON Schema of the section `keys` of `site.yaml`.
  static var schema: JSONValue {
    [
      "type": "object", "additionalProperties": false,
      "properties": ["pdf": pdfSchema, "record": recordSchema],
    ]
  }

  private static let text: JSONValue = ["type": "string"]
  private static let places: [JSONMember] = ["file", "module", "token", "key", "token-file"].map {
    JSONMember($0, text)
  }
  private static let address: JSONValue = ["type": "string", "pattern": "^https?://"]

  private static var pdfSchema: JSONValue {
    let names: JSONValue = ["type": "array", "items": text]
    return object(
      members: [
        JSONMember("algorithm", choice(KeyReference.Algorithm.allCases.map(\.rawValue))),
        JSONMember("certificate", text),
        JSONMember("trust", ["type": "array", "items": text, "minItems": 1]),
        JSONMember("revoked", names),
        JSONMember("level", choice(Level.allCases.map(\.rawValue))),
        JSONMember("timestamp", address),
      ], kinds: [nothing] + kinds)
  }

  private static var recordSchema: JSONValue {
    object(
      members: [
        JSONMember("algorithm", choice([KeyReference.Algorithm.ecdsaP256.rawValue])),
        JSONMember("public", text),
      ], kinds: kinds)
  }

  private static func object(members: [JSONMember], kinds: [JSONValue]) -> JSONValue {
    [
      "type": "object", "additionalProperties": false,
      "properties": .object(places + [JSONMember("service", address)] + members),
      "oneOf": .list(kinds),
    ]
  }

  /// Exactly one kind of place, with the members it asks for and none of another's.
  private static var kinds: [JSONValue] {
    [
      kind(["file"], without: ["module", "service", "token", "key", "algorithm", "token-file"]),
      kind(["module", "token", "key"], without: ["file", "service", "algorithm", "token-file"]),
      kind(["service", "key"], without: ["file", "module", "token"]),
    ]
  }

  private static let nothing = kind([], without: places.map(\.key) + ["service", "algorithm"])

  private static func kind(_ needed: [String], without: [String]) -> JSONValue {
    let banned = without.map { JSONValue.object(["required": .list([.text($0)])]) }
    return [
      "required": .list(needed.map { .text($0) }), "not": ["anyOf": .list(banned)],
    ]
  }

  private static func choice(_ words: [String]) -> JSONValue {
    ["enum": .list(words.map { .text($0) })]
  }
}
