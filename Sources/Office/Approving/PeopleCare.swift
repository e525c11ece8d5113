import Diagnostics
package import PrintDesk
import Store

/// Enrolls people and takes them out of service.
package struct PeopleCare {
  private let office: OfficeContext
  private static let saltLength = 16

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Enrolls a person.
  ///
  /// - Throws: ``Refusal`` for what is wrong with id, name or PIN, and for an id that is taken.
  package func enroll(
    id: String, name: String, role: OperatorRole, pin: String
  ) async throws -> Operator {
    let faults = Operator.faults(id: id, name: name, pin: pin)
    guard faults.isEmpty else { throw Refusal(faults) }
    let person = Operator(
      id: id, name: name, role: role,
      pin: PIN(pin, salt: office.surroundings.random(Self.saltLength)))
    return try await office.store.write { unit in
      guard try unit.operators.person(id) == nil else {
        throw Refusal(Diagnostic(at: .field("id"), Wording.idTaken(id)))
      }
      try unit.operators.insert(person)
      return person
    }
  }

  /// Lets a person act, or not any more.
  ///
  /// - Throws: ``Refusal`` when nobody has the id.
  package func setActive(_ id: String, _ isActive: Bool) async throws -> Operator {
    try await office.store.write { unit in
      guard var person = try unit.operators.person(id) else {
        throw Refusal(Diagnostic(at: .field("id"), Wording.unknownPerson(id)))
      }
      person.isActive = isActive
      try unit.operators.update(person)
      return person
    }
  }

  /// Everybody who is enrolled, by id.
  package func all() async throws -> [Operator] {
    try await office.store.read { try $0.operators.all() }
  }
}
