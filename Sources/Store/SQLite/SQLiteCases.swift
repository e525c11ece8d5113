import Certificates
import GRDB
import PrintDesk

/// Requests, holds, print places and switches in a table each.
struct SQLiteCases: CaseRepository {
  let database: Database

  // MARK: Requests

  func requestCount() throws -> Int {
    try database.value(sql: "SELECT count(*) FROM deskRequest") ?? 0
  }

  func request(_ id: String) throws -> DeskRequest? { try requests("id = ?", [id]).first }

  func requests(number: String?) throws -> [DeskRequest] {
    guard let number else { return try requests("TRUE", []) }
    return try requests("number = ?", [number])
  }

  func insert(_ request: DeskRequest) throws {
    try database.run(
      sql: """
        INSERT INTO deskRequest (state, decidedBy, decidedAt, remark, output, id, number,
          enterprise, subject, detail, note, askedBy, askedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: Self.state(of: request) + [
        request.id, request.number, request.enterprise, request.subject.word.rawValue,
        request.subject.detail, request.note, request.asked.by, request.asked.at,
      ])
  }

  func update(_ request: DeskRequest) throws {
    try database.run(
      sql: """
        UPDATE deskRequest SET state = ?, decidedBy = ?, decidedAt = ?, remark = ?, output = ?
        WHERE id = ?
        """,
      arguments: Self.state(of: request) + [request.id])
    precondition(database.changesCount == 1, "only a known request gets a new state")
  }

  private func requests(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [DeskRequest] {
    try database.rows(
      sql: "SELECT * FROM deskRequest WHERE \(condition) ORDER BY ordinal",
      arguments: arguments
    ).map(Self.request)
  }

  private static func state(of request: DeskRequest) -> StatementArguments {
    [
      request.state.rawValue, request.decided?.by, request.decided?.at, request.remark,
      request.output,
    ]
  }

  private static func request(_ row: Row) throws -> DeskRequest {
    let columns = Columns(row)
    let word: DeskRequest.Subject.Word = try columns.choice("subject")
    return DeskRequest(
      id: row["id"], number: row["number"], enterprise: row["enterprise"],
      subject: try columns.value("subject") { (_: String) in
        DeskRequest.Subject(word, detail: row["detail"])
      },
      note: row["note"], asked: columns.act("asked"), state: try columns.choice("state"),
      decided: columns.optionalAct("decided"), remark: row["remark"], output: row["output"])
  }

  // MARK: Holds

  func holds(number: String?) throws -> [Hold] {
    let condition = number == nil ? "TRUE" : "number = ?"
    return try database.rows(
      sql: "SELECT * FROM hold WHERE \(condition) ORDER BY ordinal",
      arguments: StatementArguments([number].compactMap(\.self))
    ).map { row in
      let columns = Columns(row)
      return Hold(
        number: row["number"], reason: try columns.choice("reason"),
        placed: columns.act("placed"), lifted: columns.optionalAct("lifted"))
    }
  }

  func place(_ hold: Hold) throws {
    try database.run(
      sql: "INSERT INTO hold (number, reason, placedBy, placedAt) VALUES (?, ?, ?, ?)",
      arguments: [hold.number, hold.reason.rawValue, hold.placed.by, hold.placed.at])
  }

  func lift(_ hold: Hold) throws {
    try database.run(
      sql: """
        UPDATE hold SET liftedBy = ?, liftedAt = ?
        WHERE number = ? AND reason = ? AND liftedBy IS NULL
        """,
      arguments: [hold.lifted?.by, hold.lifted?.at, hold.number, hold.reason.rawValue])
    precondition(database.changesCount == 1, "only a hold in force is lifted")
  }

  // MARK: Places and switches

  func printPlace(number: String) throws -> Approval.PrintPlace? {
    try database.row(
      sql: "SELECT place FROM printPlace WHERE number = ?", arguments: [number]
    ).map { try Columns($0).choice("place") }
  }

  func setPrintPlace(_ place: Approval.PrintPlace, number: String, by act: Act) throws {
    try database.run(
      sql: "INSERT OR REPLACE INTO printPlace (number, place, byPerson, at) VALUES (?, ?, ?, ?)",
      arguments: [number, place.rawValue, act.by, act.at])
  }

  func allowsSelfPrinting(enterprise: String) throws -> Bool {
    try database.value(
      sql: "SELECT isOpen FROM selfPrinting WHERE enterprise = ?",
      arguments: [enterprise]) ?? false
  }

  func setSelfPrinting(_ isOpen: Bool, enterprise: String, by act: Act) throws {
    try database.run(
      sql: """
        INSERT OR REPLACE INTO selfPrinting (enterprise, isOpen, byPerson, at) VALUES (?, ?, ?, ?)
        """,
      arguments: [enterprise, isOpen, act.by, act.at])
  }
}
