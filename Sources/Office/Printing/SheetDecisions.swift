import Certificates
import Credentials
import Diagnostics
package import PrintDesk
import Store

/// What people say of sheets: the only thing that makes a printed output issued or void (design §5).
package struct SheetDecisions {
  /// What came of a sheet that is not good.
  package struct Outcome: Sendable {
    /// The output that ended.
    package let void: PrintRun
    /// The original in its place, whose release follows; `nil` for a duplicate or copy.
    package let successor: Output?
  }

  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// 打印成功: a sheet was looked at and is good.
  ///
  /// - Parameters:
  ///   - position: the sheet; `nil` for the one that waits.
  ///   - id: the output.
  ///   - look: what the person saw on it.
  ///   - person: who looked.
  /// - Returns: the run; its output is issued when this was the last sheet.
  /// - Throws: ``Refusal`` for another sheet, and for one of which nothing can be said.
  package func good(
    _ position: Int?, of id: String, _ look: Look, by person: Identification
  ) async throws -> PrintRun {
    let records = try await records(person)
    let run = try await records.change(id) { run, unit in
      try run.good(try run.position(position), look, by: records.act)
    }
    guard run.output.state == .issued else { return run }
    // Also of one that was issued before: the program may have ended between register and log.
    try ReleaseEntries(office: office, output: run.output).issue()
    return run
  }

  /// A sheet was turned by hand: its front is good as far as one sees, its back page may follow.
  ///
  /// - Throws: ``Refusal`` for a sheet that waits for no back page.
  package func turned(
    _ position: Int?, of id: String, by person: Identification
  ) async throws -> PrintRun {
    let records = try await records(person)
    return try await records.change(id) { run, _ in
      try run.turning(position ?? run.next?.sheet ?? 1, by: records.act)
    }
  }

  /// 卡纸, 走纸错位, 未出纸, lost: the output is void, and an original gets its replacement in the same unit of
  /// work.
  ///
  /// - Parameters:
  ///   - position: the sheet; `nil` for the one that waits.
  ///   - id: the output.
  ///   - cause: what became of it.
  ///   - person: who says so.
  ///   - witness: the second person, for a lost sheet.
  /// - Returns: what came of it.
  /// - Throws: ``Refusal`` for a sheet of which nothing can be said, or a loss without a witness.
  package func failed(
    _ position: Int?, of id: String, _ cause: SpoilCause, by person: Identification,
    witness: Identification? = nil
  ) async throws -> Outcome {
    let records = try await records(person)
    let loss = try await loss(cause, witness)
    let reservation = try await Reserving(office).reservation(ofOutput: id)
    let (act, book) = (records.act, office.book)
    return try await office.store.write { unit in
      let run = try unit.knownRun(id)
      let position = try run.position(position)
      let outcome: Outcome
      if run.output.kind.isOriginal {
        let successor = try reservation.successor(of: run.output, unit)
        let replacement = try run.replacing(position, loss, by: act, with: successor)
        try unit.desk.keep(replacement, by: act)
        outcome = Outcome(void: replacement.void, successor: replacement.successor)
      } else {
        let void = try run.spoiling(position, loss, by: act)
        try unit.desk.keep(void, by: act)
        outcome = Outcome(void: void, successor: nil)
      }
      try book.recordVoid(outcome.void.output, by: act.by)
      return outcome
    }
  }

  private func records(_ person: Identification) async throws -> RunRecords {
    let person = try await person.confirmed(as: .operator, by: office.store)
    return RunRecords(office: office, person: person.id)
  }

  private func loss(_ cause: SpoilCause, _ witness: Identification?) async throws -> SheetLoss {
    switch cause {
    case .lost:
      guard let witness else {
        throw Refusal(Diagnostic(at: .field("witness"), Wording.needsWitness))
      }
      return .lost(witness: try await witness.confirmed(as: .operator, by: office.store).id)
    case .nothingCameOut: return .nothingCameOut
    default: return .spoiled(cause)
    }
  }
}

extension PrintRun {
  /// The stated sheet, or the only one that waits for a person's word.
  ///
  /// - Throws: ``Refusal`` when several wait, or none.
  fileprivate func position(_ stated: Int?) throws(Refusal) -> Int {
    if let stated { return stated }
    let waiting = sheetsToDecide.map(\.position)
    if waiting.count == 1 { return waiting[0] }
    if waiting.isEmpty, sheets.count == 1 { return 1 }
    throw Refusal(
      Diagnostic(
        at: .field("sheet"), Wording.whichSheet(output.id, waiting),
        hint: waiting.isEmpty ? nil : Wording.nameSheet))
  }
}

extension LogBook {
  /// Logs that an output is without force, and why.
  func recordVoid(_ output: Output, by person: String) throws(CredentialError) {
    var details = ["output": output.id, "number": output.number, "serial": output.serial]
    details["reason"] = output.voidReason?.word.rawValue
    details["cause"] = output.voidReason?.cause?.rawValue
    details["successor"] = output.voidReason?.successor
    details["operator"] = person
    try record(.void, details)
  }
}
