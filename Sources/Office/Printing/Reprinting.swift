import Certificates
import Diagnostics
import PrintDesk
import Store

/// Originals printed anew: 重新打印 after an approved request, 重置打印 by the chamber (S2-118, S2-136).
///
/// The old serial is void and the new original reserved in one unit of work; its release follows.
package struct Reprinting {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Carries out the approved reprint request of a certificate.
  ///
  /// - Returns: the old run and the new original.
  /// - Throws: ``Refusal`` without such a request, and after 失证重发.
  package func reprint(
    _ number: String, by person: Identification
  ) async throws -> SheetDecisions.Outcome {
    let person = try await person.confirmed(as: .operator, by: office.store)
    return try await anew(number, by: person.id) { known, unit in
      let request = known.requests.first { $0.isReprint && $0.state == .approved }
      guard let request, case .reprint(let reason) = request.subject else {
        throw Refusal(
          Diagnostic(
            at: .field("request"), Wording.noReprintRequest(number), hint: Wording.askFirst))
      }
      return (reason.cause, request)
    }
  }

  /// 重置打印: an officer has it printed anew without a request.
  ///
  /// - Throws: ``Refusal`` for who is no officer, and after 失证重发.
  package func reset(
    _ number: String, by officer: Identification
  ) async throws -> SheetDecisions.Outcome {
    let person = try await officer.confirmed(as: .officer, by: office.store)
    return try await anew(number, by: person.id) { _, _ in (.reset, nil) }
  }

  private typealias Ground = @Sendable (PrintCase, UnitOfWork) throws -> (SpoilCause, DeskRequest?)

  private func anew(
    _ number: String, by person: String, _ ground: @escaping Ground
  ) async throws -> SheetDecisions.Outcome {
    let known = try await office.store.read { try $0.knownCase(number) }
    guard let live = known.live else {
      throw Refusal(Diagnostic(at: .field("number"), Wording.nothingToRegenerate(number)))
    }
    let reservation = try await Reserving(office).reservation(ofOutput: live.output.id)
    let act = RunRecords(office: office, person: person).act
    let book = office.book
    return try await office.store.write { unit in
      let known = try unit.knownCase(number)
      try known.checkPrintingAnew()
      try known.checkHolds()
      guard let live = known.live else {
        throw Refusal(Diagnostic(at: .field("number"), Wording.nothingToRegenerate(number)))
      }
      let (cause, request) = try ground(known, unit)
      let replacement = try live.printedAnew(
        because: cause, by: act, with: try reservation.successor(of: live.output, unit))
      try unit.desk.keep(replacement, by: act)
      if let request {
        try unit.cases.update(try request.fulfilled(by: replacement.successor.id))
      }
      try book.recordVoid(replacement.void.output, by: person)
      return SheetDecisions.Outcome(void: replacement.void, successor: replacement.successor)
    }
  }
}

extension DeskRequest {
  fileprivate var isReprint: Bool {
    if case .reprint = subject { true } else { false }
  }
}

extension UnitOfWork {
  /// What is known about the printing of a certificate.
  ///
  /// - Throws: ``Refusal`` for one that was never approved.
  func knownCase(_ number: String) throws -> PrintCase {
    guard let known = try printCase(number: number) else {
      throw Refusal(
        Diagnostic(at: .field("number"), Wording.unknownNumber(number), hint: Wording.approve))
    }
    return known
  }
}
