import Certificates
import GRDB

/// Running numbers in one table, a row a counter.
struct SQLiteNumbers: NumberRepository {
  let database: Database

  func next(of counter: NumberCounter) throws -> Int {
    try next(Self.name(counter, prefix: counter.prefix))
  }

  func nextSerial(profile: String, year: Int?) throws -> Int {
    try next(["serial", profile, year.map(String.init) ?? ""].joined(separator: "\u{1F}"))
  }

  func prefixes(beside counter: NumberCounter) throws -> [String] {
    let start = Self.name(counter, prefix: "")
    let names: [String] = try database.values(
      sql: "SELECT name FROM counter WHERE substr(name, 1, ?) = ? ORDER BY name",
      arguments: [start.unicodeScalars.count, start])
    return names.map { String($0.dropFirst(start.count)) }
  }

  private func next(_ name: String) throws -> Int {
    let sql = """
      INSERT INTO counter (name, last) VALUES (?, 1)
      ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last
      """
    guard let last: Int = try database.value(sql: sql, arguments: [name]) else {
      preconditionFailure("an inserted row is returned")
    }
    return last
  }

  /// The parts of a counter behind one another; a separator that stands in none keeps them apart.
  private static func name(_ counter: NumberCounter, prefix: String) -> String {
    ["number", counter.profile, String(counter.year), counter.letters, counter.holder, prefix]
      .joined(separator: "\u{1F}")
  }
}
