import Certificates
import GRDB
import PrintDesk

/// The desk's printers in one table.
struct SQLitePrinters: PrinterRepository {
  let database: Database

  func printer(_ name: String) throws -> DeskPrinter? {
    try database.row(
      sql: "SELECT * FROM printer WHERE name = ?", arguments: [name]
    ).map(Self.printer)
  }

  func printers() throws -> [DeskPrinter] {
    try database.rows(sql: "SELECT * FROM printer ORDER BY name").map(Self.printer)
  }

  func keep(_ printer: DeskPrinter) throws {
    try database.run(
      sql: """
        INSERT OR REPLACE INTO printer (name, address, profile, place, journal)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        printer.name, printer.address, printer.profile, printer.place.rawValue, printer.journal,
      ])
  }

  private static func printer(_ row: Row) throws -> DeskPrinter {
    DeskPrinter(
      name: row["name"], address: row["address"], profile: row["profile"],
      place: try Columns(row).choice("place"), journal: row["journal"])
  }
}
