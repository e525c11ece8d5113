package import Notation

extension Issuer {
  /// The JSON Schema (2020-12) of `site.yaml`.
  package static var schema: JSONValue {
    let texts = [
      "nameEnglish", "nameChinese", "addressEnglish", "addressChinese", "telephone", "fax",
      "place", "code", "verificationDomain", "numberProfile",
    ]
    let text: JSONValue = ["type": "string"]
    let accepted: JSONValue = [
      "type": "object", "additionalProperties": false,
      "required": ["form", "edition", "person", "date"],
      "properties": [
        "form": text, "edition": text, "person": text,
        "date": ["type": "string", "format": "date"],
      ],
    ]
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Issuing body",
      "type": "object", "additionalProperties": false,
      "required": .list((texts + ["isDemonstration"]).map { .text($0) }),
      "properties": .object(
        texts.filter { $0 != "verificationDomain" }.map { JSONMember($0, text) } + [
          JSONMember(
            "verificationDomain",
            ["type": "string", "maxLength": .integer(longestDomain)]),
          JSONMember("isDemonstration", ["type": "boolean"]),
          JSONMember("acceptedForms", ["type": "array", "items": accepted]),
          JSONMember("optionalCodes", ["type": "array", "items": text]),
          JSONMember("numberLetters", ["type": "object", "additionalProperties": text]),
          JSONMember("keys", KeyReferences.schema),
        ]),
    ]
  }
}
