import Diagnostics
package import PrintDesk
import Store

/// Outputs taken back: 作废 before the first print, and out of force by the chamber (S2-124).
package struct Withdrawing {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Takes an output back of which nothing was printed or handed out.
  ///
  /// - Throws: ``Refusal`` for what may be on paper already, and who is no officer.
  package func withdraw(
    _ id: String, by officer: Identification
  ) async throws -> PrintRun {
    try await ended(id, by: officer) { try $0.withdrawn(by: $1) }
  }

  /// Takes an issued output out of force; what is on paper stays outside.
  ///
  /// - Throws: ``Refusal`` while a sheet of it is open, and who is no officer.
  package func annul(
    _ id: String, by officer: Identification
  ) async throws -> PrintRun {
    try await ended(id, by: officer) { try $0.annulled(by: $1) }
  }

  private func ended(
    _ id: String, by officer: Identification,
    _ step: @escaping @Sendable (PrintRun, Act) throws -> PrintRun
  ) async throws -> PrintRun {
    let person = try await officer.confirmed(as: .officer, by: office.store)
    let records = RunRecords(office: office, person: person.id)
    let book = office.book
    return try await records.change(id) { run, _ in
      let next = try step(run, records.act)
      try book.recordVoid(next.output, by: person.id)
      return next
    }
  }
}
