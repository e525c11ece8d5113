import Certificates
import Diagnostics
import Foundation
import GRDB
import Notation

/// Reads columns whose texts are words of ours; anything else in them is damage.
struct Columns {
  private let row: Row

  init(_ row: Row) { self.row = row }

  /// A word of a closed set.
  func choice<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice {
    guard let choice = Choice(rawValue: row[name]) else { throw Self.damaged(name) }
    return choice
  }

  /// A day as `YYYY-MM-DD`.
  func day(_ name: String) throws -> CalendarDate {
    guard let day = CalendarDate(row[name] as String) else { throw Self.damaged(name) }
    return day
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
