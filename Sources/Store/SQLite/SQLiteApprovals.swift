import Certificates
import Foundation
import GRDB

/// Approvals in one table, with the contents beside them.
struct SQLiteApprovals: ApprovalRepository {
  let database: Database

  func approval(contentHash: String) throws -> Approval? {
    try first("contentHash = ? OR requestHash = ?", [contentHash, contentHash])
  }

  func approval(number: String) throws -> Approval? { try first("number = ?", [number]) }

  func content(number: String) throws -> Data? {
    try database.value(sql: "SELECT content FROM approval WHERE number = ?", arguments: [number])
  }

  func insert(_ approval: Approval, content: Data) throws {
    try database.run(
      sql: """
        INSERT INTO approval (number, contentHash, requestHash, officer, date, place, printPlace,
          sealMode, enterprise, signatory, moment, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        approval.number, approval.contentHash, approval.requestHash, approval.officer,
        approval.date.description, approval.place, approval.printPlace.rawValue,
        approval.sealMode.rawValue, approval.enterprise, approval.signatory, approval.moment,
        content,
      ])
  }

  private func first(_ condition: String, _ arguments: StatementArguments) throws -> Approval? {
    try database.row(
      sql: "SELECT * FROM approval WHERE \(condition)", arguments: arguments
    ).map(Self.approval)
  }

  private static func approval(_ row: Row) throws -> Approval {
    let columns = Columns(row)
    return Approval(
      number: row["number"], contentHash: row["contentHash"], requestHash: row["requestHash"],
      officer: row["officer"], date: try columns.day("date"), place: row["place"],
      printPlace: try columns.choice("printPlace"), sealMode: try columns.choice("sealMode"),
      enterprise: row["enterprise"], signatory: row["signatory"], moment: row["moment"])
  }
}
