package import Foundation

/// One piece of paper that left a tray, as the physical log holds it.
package struct SheetRecord: Hashable, Codable, Sendable {
  /// What became of the sheet.
  package enum Condition: String, Codable, CaseIterable, Sendable {
    /// Printed whole and laid out.
    case good
    /// Crumpled before anything was marked.
    case jammed
    /// Spoiled with a part of the page on it.
    case halfPrinted = "half-printed"
    /// Drawn together with the sheet above and laid out unmarked.
    case blank
  }

  /// A side of the sheet.
  package enum Side: String, Codable, Sendable {
    case front
    case back
  }

  /// When the sheet came out.
  package let time: Date
  /// `job-id` as the printer gave it.
  package let job: Int
  /// Which job this was since the printer program began, from 1; survives a power cycle.
  package let ordinal: Int
  /// `job-uuid` at that moment.
  package let uuid: String
  /// `job-name`.
  package let name: String
  /// Which sheet of the job it was to be, from 1, all copies together.
  package let sheet: Int
  /// The sides that were marked, or were to be.
  package let sides: [Side]
  /// The tray it came from.
  package let tray: String
  /// The number preprinted on it; `nil` for plain paper.
  package let stock: String?
  /// What became of it.
  package let condition: Condition
  /// SHA-256 of the document's bytes, hexadecimal.
  package let sha256: String

  private static var format: Date.ISO8601FormatStyle {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  }

  /// The record as one line of JSON, keys in alphabetical order, without the line's end.
  package func line() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, target in
      var container = target.singleValueContainer()
      try container.encode(date.formatted(Self.format))
    }
    return try encoder.encode(self)
  }

  /// Reads a whole log.
  ///
  /// - Throws: when a line is not a record.
  package static func read(_ log: Data) throws -> [SheetRecord] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { source in
      try Date(try source.singleValueContainer().decode(String.self), strategy: Self.format)
    }
    return try log.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(SheetRecord.self, from: $0)
    }
  }
}
