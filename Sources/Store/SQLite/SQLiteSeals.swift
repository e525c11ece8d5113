import DisplayList
import GRDB
import Measures
import Seals

/// Kept seals in one table; what shows of them is ciphertext.
struct SQLiteSeals: SealRepository {
  let database: Database

  func seal(_ id: String) throws -> KeptSeal? { try list("id = ?", [id]).first }

  func seals(of owner: SealOwner) throws -> [KeptSeal] { try list("owner = ?", [owner.text]) }

  func all() throws -> [KeptSeal] { try list("TRUE", []) }

  func insert(_ seal: KeptSeal) throws {
    guard try nextVersion(of: seal.kind, for: seal.owner) == seal.version else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "version of \(seal.id)")
    }
    let columns = Self.fixed + Self.changing
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    try database.run(
      sql: "INSERT INTO seal (\(columns.joined(separator: ", "))) VALUES (\(marks))",
      arguments: Self.fixedValues(of: seal) + Self.changingValues(of: seal))
  }

  func update(_ seal: KeptSeal) throws {
    let changes = Self.changing.map { "\($0) = ?" }.joined(separator: ", ")
    try database.run(
      sql: "UPDATE seal SET \(changes) WHERE id = ?",
      arguments: Self.changingValues(of: seal) + [seal.id])
    guard database.changesCount == 1 else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "no seal \(seal.id)")
    }
  }

  func owner(ofApproved id: String) throws -> SealOwner? {
    try database.row(
      sql: "SELECT owner FROM seal INDEXED BY sealStanding WHERE id = ? AND stage = 'approved'",
      arguments: [id]
    ).map { try Columns($0).value("owner") { SealOwner($0 as String) } }
  }

  func isSuspended(_ owner: SealOwner) throws -> Bool {
    try database.value(
      sql: "SELECT EXISTS (SELECT * FROM sealSuspension WHERE owner = ?)",
      arguments: [owner.text]) ?? false
  }

  func setSuspended(_ owner: SealOwner, _ isSuspended: Bool, _ act: SealAct) throws {
    try database.run(
      sql: isSuspended
        ? "INSERT OR REPLACE INTO sealSuspension (owner, byPerson, at) VALUES (?, ?, ?)"
        : "DELETE FROM sealSuspension WHERE owner = ?",
      arguments: isSuspended ? [owner.text, act.by, act.at] : [owner.text])
  }

  // MARK: Rows

  private static let fixed = [
    "id", "owner", "kind", "version", "shape", "width", "height", "frameWidth", "frameHeight",
    "ink", "percent", "offsetX", "offsetY", "slider", "digest", "enrolledBy", "enrolledAt",
    "maskKey", "maskBox", "uploadKey", "uploadBox",
  ]
  private static let changing = [
    "stage", "notedBy", "notedAt", "approvedBy", "approvedAt", "endedBy", "endedAt", "reason",
  ]

  private static func fixedValues(of seal: KeptSeal) -> StatementArguments {
    [
      seal.id, seal.owner.text, seal.kind.rawValue, seal.version, seal.shape.rawValue,
      seal.size.width.units, seal.size.height.units, seal.frame.width.units,
      seal.frame.height.units, seal.ink.hex, seal.adjustment.percent,
      seal.adjustment.offset.x.units, seal.adjustment.offset.y.units, seal.slider.value,
      seal.digest, seal.enrolled.by, seal.enrolled.at, seal.mask.wrappedKey, seal.mask.box,
      seal.upload.wrappedKey, seal.upload.box,
    ]
  }

  private static func changingValues(of seal: KeptSeal) -> StatementArguments {
    let status = seal.status
    return [
      status.stage.rawValue, status.noted?.by, status.noted?.at, status.approved?.by,
      status.approved?.at, status.ended?.by, status.ended?.at, status.reason,
    ]
  }

  private func list(_ condition: String, _ arguments: StatementArguments) throws -> [KeptSeal] {
    try database.rows(
      sql: "SELECT * FROM seal WHERE \(condition) ORDER BY owner, kind, version",
      arguments: arguments
    ).map(Self.seal)
  }

  private static func seal(_ row: Row) throws -> KeptSeal {
    let columns = Columns(row)
    return KeptSeal(
      owner: try columns.value("owner", SealOwner.init), kind: try columns.choice("kind"),
      version: row["version"], shape: try columns.choice("shape"),
      size: columns.size("width", "height"), frame: columns.size("frameWidth", "frameHeight"),
      ink: try columns.value("ink", Ink.init(hex:)), adjustment: try adjustment(row),
      slider: try columns.value("slider") { Slider.range.contains($0) ? Slider($0) : nil },
      digest: row["digest"], enrolled: SealAct(by: row["enrolledBy"], at: row["enrolledAt"]),
      mask: EncryptedPart(wrappedKey: row["maskKey"], box: row["maskBox"]),
      upload: EncryptedPart(wrappedKey: row["uploadKey"], box: row["uploadBox"]),
      status: try status(row))
  }

  private static func adjustment(_ row: Row) throws -> SealAdjustment {
    let offset = Point(x: Length(units: row["offsetX"]), y: Length(units: row["offsetY"]))
    return try Columns(row).value("percent") { (percent: Int) in
      SealAdjustment.percents.contains(percent)
        ? SealAdjustment(percent: percent, offset: offset) : nil
    }
  }

  private static func status(_ row: Row) throws -> SealStatus {
    func act(_ name: String) -> SealAct? {
      (row["\(name)By"] as String?).map { SealAct(by: $0, at: row["\(name)At"]) }
    }
    return try Columns(row).value("stage") { (text: String) in
      SealStage(rawValue: text).flatMap { stage in
        SealStatus(
          stage: stage, noted: act("noted"), approved: act("approved"), ended: act("ended"),
          reason: row["reason"])
      }
    }
  }
}
