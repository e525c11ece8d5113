import Certificates
import Diagnostics
package import PrintDesk
import Store

/// What enterprises ask of the desk, what officers say to it, and what holds printing (B.2 to B.5).
package struct DeskRequests {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Asks for a reprint, duplicate, copy or another print place; a rule may approve it at once.
  ///
  /// - Parameters:
  ///   - subject: what is asked for.
  ///   - number: the certificate.
  ///   - note: the reason in words.
  ///   - person: who asks for the enterprise.
  /// - Returns: the request.
  /// - Throws: ``Refusal`` for what may not be asked, with every reason.
  package func ask(
    _ subject: DeskRequest.Subject, of number: String, note: String, by person: Identification
  ) async throws -> DeskRequest {
    let act = try await act(of: person, as: .operator)
    if subject == .duplicate { try await checkPeriod(of: number) }
    return try await office.store.write { unit in
      let id = DeskRequest.id(try unit.cases.requestCount() + 1)
      let request = try unit.knownCase(number).request(subject, id: id, note: note, by: act)
      try unit.cases.insert(request)
      return request
    }
  }

  /// A duplicate is made within its kind's period (S2-122).
  private func checkPeriod(of number: String) async throws {
    let lost = try await CaseFinder(office).approved(.number(number)).certificate
    let gate = ReissueGate(
      policies: try office.workshop.policies(of: lost.form), today: office.surroundings.today())
    try gate.check(lost.draft)
  }

  /// An officer approves a request; another print place holds from then on.
  ///
  /// - Throws: ``Refusal`` for an unknown or decided request, and who is no officer.
  package func approve(
    _ id: String, remark: String? = nil, by officer: Identification
  ) async throws -> DeskRequest {
    let act = try await act(of: officer, as: .officer)
    return try await office.store.write { unit in
      var request = try unit.knownRequest(id).approved(by: act, remark: remark)
      try unit.cases.update(request)
      if case .printPlace(let place) = request.subject {
        try unit.cases.setPrintPlace(place, number: request.number, by: act)
        request = try request.fulfilled(by: nil)
        try unit.cases.update(request)
      }
      return request
    }
  }

  /// An officer rejects a request, and says why.
  ///
  /// - Throws: ``Refusal`` for an unknown or decided request, and without a remark.
  package func reject(
    _ id: String, remark: String, by officer: Identification
  ) async throws -> DeskRequest {
    let act = try await act(of: officer, as: .officer)
    return try await office.store.write { unit in
      let request = try unit.knownRequest(id).rejected(by: act, remark: remark)
      try unit.cases.update(request)
      return request
    }
  }

  /// Every request, oldest first; of one certificate where its number is given.
  package func all(number: String? = nil) async throws -> [DeskRequest] {
    try await office.store.read { try $0.cases.requests(number: number) }
  }

  // MARK: Holds and switches

  /// Holds a certificate's printing; held twice it is held once.
  ///
  /// - Throws: ``Refusal`` for a certificate that was never approved.
  package func hold(
    _ number: String, _ reason: Hold.Reason, by person: Identification
  ) async throws {
    let act = try await act(of: person, as: .operator)
    try await office.store.write { unit in
      guard try unit.knownCase(number).hold(reason) == nil else { return }
      try unit.cases.place(Hold(number: number, reason: reason, placed: act))
    }
  }

  /// Ends a hold.
  ///
  /// - Throws: ``Refusal`` when there is none of the reason.
  package func resume(
    _ number: String, _ reason: Hold.Reason, by person: Identification
  ) async throws {
    let act = try await act(of: person, as: .operator)
    try await office.store.write { unit in
      guard let hold = try unit.knownCase(number).hold(reason) else {
        throw Refusal(
          Diagnostic(at: .field("number"), Wording.notHeld(number, reason.rawValue)))
      }
      try unit.cases.lift(hold.lifted(by: act))
    }
  }

  /// Opens or closes an enterprise's 自主打印, which asks nobody (S2-126).
  package func setSelfPrinting(
    _ isOpen: Bool, of enterprise: String, by person: Identification
  ) async throws {
    let act = try await act(of: person, as: .operator)
    try await office.store.write { unit in
      try unit.cases.setSelfPrinting(isOpen, enterprise: enterprise, by: act)
    }
  }

  private func act(
    of person: Identification, as role: OperatorRole
  ) async throws -> Act {
    let person = try await person.confirmed(as: role, by: office.store)
    return Act(by: person.id, at: office.surroundings.now())
  }
}

extension UnitOfWork {
  /// The request of an id.
  ///
  /// - Throws: ``Refusal`` when there is none.
  fileprivate func knownRequest(_ id: String) throws -> DeskRequest {
    guard let request = try cases.request(id) else {
      throw Refusal(Diagnostic(at: .field("request"), Wording.unknownRequest(id)))
    }
    return request
  }
}
