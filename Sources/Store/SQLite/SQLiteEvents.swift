import Foundation
import GRDB
import PrintDesk

/// The stream of events; that it only grows is a rule of the table too.
struct SQLiteEvents: EventRepository {
  let database: Database

  func append(_ change: DeskChange) throws {
    try database.run(
      sql: """
        INSERT INTO event (at, subject, id, state, previous, details)
        VALUES (unixepoch(), ?, ?, ?, ?, ?)
        """,
      arguments: [
        change.subject.rawValue, change.id, change.state, change.previous,
        TextMap(change.details).column,
      ])
  }

  func events(after ordinal: Int, limit: Int) throws -> [DeskEvent] {
    try database.rows(
      sql: "SELECT * FROM event WHERE ordinal > ? ORDER BY ordinal LIMIT ?",
      arguments: [ordinal, limit]
    ).map(Self.event)
  }

  private static func event(_ row: Row) throws -> DeskEvent {
    let columns = Columns(row)
    let details: TextMap? = try columns.value("details")
    return DeskEvent(
      ordinal: row["ordinal"], at: row["at"],
      change: DeskChange(
        subject: try columns.choice("subject"), id: row["id"], state: row["state"],
        previous: row["previous"], details: details?.texts ?? [:]))
  }
}
