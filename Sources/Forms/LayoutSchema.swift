package import Notation

/// The JSON Schema (2020-12) of a layout file, for editors.
///
/// Members may come from included files and from `like`, so only types are stated, not which members
/// must be there; `originpress layout check` says that.
package enum LayoutSchema {
  /// The whole schema.
  package static var json: JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Layout of a form edition",
      "$ref": "#/$defs/layout",
      "$defs": .object(
        objects.map { JSONMember($0.name, object($0.members)) } + shapes),
    ]
  }

  /// An object of the layout language with its members.
  struct Object: Sendable {
    let name: String
    let members: [JSONMember]

    init(_ name: String, _ members: KeyValuePairs<String, JSONValue>) {
      self.name = name
      self.members = members.map { JSONMember($0.key, $0.value) }
    }
  }

  private static func object(_ members: [JSONMember]) -> JSONValue {
    ["type": "object", "additionalProperties": false, "properties": .object(members)]
  }

  private static func ref(_ name: String) -> JSONValue { ["$ref": .text("#/$defs/\(name)")] }

  private static func list(_ name: String) -> JSONValue {
    ["type": "array", "items": ref(name)]
  }

  private static func choice<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> JSONValue
  where Choice.RawValue == String {
    ["enum": .list(Choice.allCases.map { .text($0.rawValue) })]
  }

  private static let text: JSONValue = ["type": "string"]
  private static let flag: JSONValue = ["type": "boolean"]
  private static let number: JSONValue = ["type": "number"]
  private static let whole: JSONValue = ["type": "integer"]
  private static let date: JSONValue = ["type": "string", "format": "date"]

  private static let shapes: [JSONMember] = [
    JSONMember("frame", numbers(4, "x, y, width, height in mm")),
    JSONMember("point", numbers(2, "x, y in mm")),
    JSONMember(
      "pattern",
      [
        "type": "string",
        "description": "Words with {fields}, {fields|formats} and [optional stretches].",
      ]),
    JSONMember("ink", ["type": "string", "pattern": "^#[0-9a-fA-F]{6}$"]),
    JSONMember(
      "condition",
      [
        "type": "string",
        "description": "path: the field has a value; path=value: this one; ! turns it round.",
      ]),
    JSONMember("pictures", ["enum": [true, false, "text"]]),
    JSONMember("styles", ["type": "object", "additionalProperties": ref("style")]),
    JSONMember("continuation", ["anyOf": [["const": "front"], ref("face")]]),
  ]

  private static func numbers(_ count: Int, _ description: String) -> JSONValue {
    [
      "type": "array", "items": number, "minItems": .integer(count), "maxItems": .integer(count),
      "description": .text(description),
    ]
  }

  /// Every object of the language.
  static let objects: [Object] = [
    Object(
      "layout",
      [
        "include": ["type": "array", "items": text], "form": text, "edition": text, "from": date,
        "until": date, "title": ref("title"), "language": choice(Layout.Language.self),
        "paper": ref("point"), "image-area": ref("frame"), "facts": ref("facts"),
        "styles": ref("styles"), "guilloche": ref("guilloche"), "status": ref("status"),
        "label": ref("label"), "front": ref("face"),
        "continuation": ref("continuation"), "overleaf": ref("face"),
        "attachment": ref("attachment"), "notes": text,
      ]),
    Object("title", ["en": text, "zh": text]),
    Object(
      "facts",
      [
        "geometry": ref("fact"), "captions": ref("fact"), "declaration": ref("fact"),
        "overleaf": ref("fact"),
      ]),
    Object("fact", ["source": text, "verified": flag]),
    Object(
      "style",
      [
        "font": text, "bold": flag, "size": number, "minimum": number, "leading": number,
        "align": choice(Style.Alignment.self), "ink": ref("ink"),
      ]),
    Object(
      "guilloche",
      [
        "frame": ref("frame"), "ink": ref("ink"), "lines": whole, "periods": whole,
        "amplitude": number, "line-width": number,
      ]),
    Object("status", ["centres": list("point"), "style": text, "turn": number]),
    Object("label", ["frame": ref("frame"), "style": text]),
    Object(
      "face",
      [
        "texts": list("text"), "boxes": list("box"), "table": ref("table"), "code": ref("code"),
        "seals": list("seal"), "notes": ref("notes"), "background": flag,
      ]),
    Object(
      "text",
      [
        "id": text, "omit": flag, "text": ref("pattern"), "show": ref("pattern"),
        "lead": ref("pattern"), "frame": ref("frame"), "style": text,
        "wrap": flag, "overflow": choice(TextElement.Overflow.self),
        "vertical": choice(TextElement.VerticalAlignment.self), "when": ref("condition"),
      ]),
    Object(
      "box",
      [
        "like": text, "id": text, "omit": flag, "frame": ref("frame"), "border": flag,
        "caption": ref("pattern"),
        "caption-style": text, "show": ref("pattern"), "lead": ref("pattern"), "style": text,
        "overflow": choice(TextElement.Overflow.self),
        "vertical": choice(TextElement.VerticalAlignment.self), "content-top": number,
        "parts": list("text"), "ticks": list("tick"), "rules": list("rule"),
      ]),
    Object("tick", ["at": ref("point"), "side": number, "when": ref("condition")]),
    Object("rule", ["from": ref("point"), "to": ref("point"), "width": number]),
    Object(
      "table",
      [
        "like": text, "frame": ref("frame"), "head-height": number, "columns": list("column"),
        "closing-column": text, "end-mark": text, "caption-style": text, "gap": number,
        "rows": choice(GoodsTable.Rows.self), "row-rules": flag, "total": ref("pattern"),
      ]),
    Object(
      "column",
      [
        "id": text, "omit": flag, "width": number, "caption": ref("pattern"),
        "show": ref("pattern"),
        "style": text, "pictures": ref("pictures"), "picture-words": text,
        "attachment-above": whole,
      ]),
    Object("code", ["frame": ref("frame"), "box": text, "optional": flag]),
    Object(
      "seal", ["role": choice(SealPlace.Role.self), "frame": ref("frame"), "box": text]),
    Object(
      "notes",
      [
        "frame": ref("frame"), "columns": whole, "gap": number, "style": text,
        "heading-style": text,
      ]),
    Object(
      "attachment",
      [
        "reference": text, "title": ref("pattern"), "heading": ref("pattern"),
        "frame": ref("frame"), "title-style": text, "style": text,
      ]),
  ]
}
