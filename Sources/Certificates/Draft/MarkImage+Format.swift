import Diagnostics
import Foundation
import Notation

extension MarkImage {
  /// Largest accepted picture in bytes.
  package static let byteLimit = 4 << 20
  /// Largest accepted picture in pixels.
  package static let pixelLimit = 20_000_000

  /// Takes a picture's bytes, or reports why not.
  init?(_ bytes: Data, at place: Place, _ findings: Findings) {
    guard bytes.count <= Self.byteLimit else {
      findings.error(at: place, Wording.imageTooLarge(bytes: Self.byteLimit))
      return nil
    }
    do throws(ImageHeader.Fault) {
      let header = try ImageHeader(bytes)
      let (pixels, overflow) = header.width.multipliedReportingOverflow(by: header.height)
      guard !overflow, pixels <= Self.pixelLimit else {
        findings.error(
          at: place, Wording.imageTooLarge(width: header.width, height: header.height))
        return nil
      }
      self.init(
        format: header.format, width: header.width, height: header.height, bytes: bytes)
    } catch {
      findings.error(at: place, Wording.image(error))
      return nil
    }
  }
}

extension Format<MarkImage> {
  /// `{"path": …}` inside the folder of the certificate, or `{"base64": …}`.
  static let markImage = Format(
    schema: ["$ref": "#/$defs/MarkImage"], definitions: [JSONMember("MarkImage", schemaOfImage)]
  ) { node, reading in
    read(node, reading)
  } write: {
    ["base64": .text($0.bytes.base64EncodedString())]
  }

  private static let schemaOfImage: JSONValue = [
    "type": "object",
    "description": "A PNG or JPEG picture, by path or as base64: exactly one of them.",
    "properties": [
      "path": [
        "type": "string", "description": "A path inside the folder given with the certificate.",
      ],
      "base64": ["type": "string", "contentEncoding": "base64", "description": "The bytes."],
    ],
    "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
  ]

  private static func read(_ node: Node, _ reading: DraftReading) -> MarkImage? {
    guard let reader = ObjectReader(node, reading.findings) else { return nil }
    let path = reader.nodeOrNull("path")
    let base64 = reader.nodeOrNull("base64")
    reader.finish()
    switch (path, base64) {
    case (let path?, nil): return load(path, reading)
    case (nil, let base64?): return decode(base64, reading)
    default:
      reading.findings.error(at: node.place, Wording.imageSource)
      return nil
    }
  }

  private static func load(_ node: Node, _ reading: DraftReading) -> MarkImage? {
    guard let path = String(node, reading.findings) else { return nil }
    guard isInside(path) else {
      reading.findings.error(at: node.place, Wording.imagePath(path))
      return nil
    }
    do {
      return MarkImage(try reading.loadMark(path), at: node.place, reading.findings)
    } catch {
      reading.findings.error(at: node.place, Wording.imageUnreadable(path, "\(error)"))
      return nil
    }
  }

  /// Whether the path names a file in the folder itself or below, as far as its text can say.
  private static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.contains("\\") && !path.unicodeScalars.contains { $0.value < 0x20 }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func decode(_ node: Node, _ reading: DraftReading) -> MarkImage? {
    guard let text = String(node, reading.findings) else { return nil }
    guard text.utf8.count <= MarkImage.byteLimit / 3 * 4 + 4 else {
      reading.findings.error(at: node.place, Wording.imageTooLarge(bytes: MarkImage.byteLimit))
      return nil
    }
    guard let bytes = Data(base64Encoded: text) else {
      reading.findings.error(at: node.place, Wording.notBase64)
      return nil
    }
    return MarkImage(bytes, at: node.place, reading.findings)
  }
}
