import Diagnostics
package import PrintDesk
package import Store

/// Who says they act, with the PIN they typed.
package struct Identification: Sendable {
  private let id: String
  private let pin: String

  /// An identification by operator id and PIN.
  package init(id: String, pin: String) {
    self.id = id
    self.pin = pin
  }

  /// The enrolled person, if the PIN is theirs and they may act in the role.
  ///
  /// - Throws: ``Refusal``; for an unknown id and a wrong PIN it is the same one, so that nobody learns
  ///   ids by trying them.
  package func confirmed(
    as role: OperatorRole, by store: any RegisterStore
  ) async throws -> Operator {
    let id = id
    let person = try await store.read { try $0.operators.person(id) }
    // Nobody's PIN takes as long as anybody's: the time must not tell either.
    guard (person?.pin ?? .nobodys).matches(pin), let person else {
      throw refusal(Wording.notIdentified)
    }
    guard person.isActive else { throw refusal(Wording.disabled(id)) }
    guard role == .operator || person.role == .officer else {
      throw refusal(Wording.notAnOfficer(id))
    }
    return person
  }

  private func refusal(_ message: Message) -> Refusal {
    Refusal(Diagnostic(at: .field("officer"), message))
  }
}
