import Certificates
import Diagnostics
import Foundation
import GRDB
import Measures
import Notation
import PrintDesk

/// Reads columns whose texts are words of ours; anything else in them is damage.
struct Columns {
  private let row: Row

  init(_ row: Row) { self.row = row }

  /// A word of a closed set.
  func choice<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice {
    guard let choice = Choice(rawValue: row[name]) else { throw Self.damaged(name) }
    return choice
  }

  /// A word of a closed set; `nil` for none.
  func optionalChoice<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice? {
    guard row[name] as String? != nil else { return nil }
    return try choice(name)
  }

  /// Who did something, and when, from two columns; `nil` for nobody.
  func optionalAct(_ name: String) -> Act? {
    (row["\(name)By"] as String?).map { Act(by: $0, at: row["\(name)At"]) }
  }

  /// Who did something, and when.
  func act(_ name: String) -> Act { Act(by: row["\(name)By"], at: row["\(name)At"]) }

  /// A day as `YYYY-MM-DD`.
  func day(_ name: String) throws -> CalendarDate {
    guard let day = CalendarDate(row[name] as String) else { throw Self.damaged(name) }
    return day
  }

  /// A value that only some contents of a column have.
  func value<Stored: DatabaseValueConvertible, Value>(
    _ name: String, _ make: (Stored) throws -> Value?
  ) throws -> Value {
    guard let value = try make(row[name]) else { throw Self.damaged(name) }
    return value
  }

  /// A size from two columns of 1/914 400 inch.
  func size(_ width: String, _ height: String) -> Size {
    Size(width: Length(units: row[width]), height: Length(units: row[height]))
  }

  /// A place from two columns of 1/914 400 inch.
  func point(_ name: String) -> Point {
    Point(x: Length(units: row["\(name)X"]), y: Length(units: row["\(name)Y"]))
  }

  /// A value as JSON; `nil` for no text.
  func value<Value: NodeReadable>(_ name: String) throws -> Value? {
    guard let text = row[name] as String? else { return nil }
    let findings = Findings()
    guard let node = try? JSONText.parse(Data(text.utf8), file: nil),
      let value = Value(node, findings), !findings.hasErrors
    else { throw Self.damaged(name) }
    return value
  }

  private static func damaged(_ name: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "column \(name)")
  }
}
