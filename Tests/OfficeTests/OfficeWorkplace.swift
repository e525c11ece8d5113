import Certificates
import Credentials
import Foundation
import PrintDesk
import Seals
import Store
import Support
import Testing

@testable import Office

/// An office with everything of its own but keys, fonts and drawings: register, log, clock and dice.
final class OfficeWorkplace {
  /// The registers that tests run over.
  enum Register: CaseIterable {
    case memory, sqlite
  }

  let scratch: Scratch
  let store: any RegisterStore
  let log: LogFolder
  let clock: TestClock
  let workshop = TestWorkshop()
  let keys: OfficeKeys.Set
  private let dice = SeededBytes(seed: 40)
  private static let li = Operator(
    id: "li", name: "Li Ming", role: .officer, pin: PIN("4711", salt: Data(repeating: 1, count: 16))
  )
  private static let chen = Operator(
    id: "chen", name: "Chen Hua", role: .officer,
    pin: PIN("4712", salt: Data(repeating: 2, count: 16)))
  private static let wang = Operator(
    id: "wang", name: "Wang Fang", role: .operator,
    pin: PIN("4713", salt: Data(repeating: 3, count: 16)))

  static let officer = Identification(id: "li", pin: "4711")
  static let otherOfficer = Identification(id: "chen", pin: "4712")

  /// An office with two officers, an operator and all seals that a certificate needs.
  init(_ register: Register = .memory, seals: [(SealOwner, SealKind)] = OfficeSeals.needed)
    async throws
  {
    scratch = try Scratch()
    store =
      register == .memory ? MemoryStore() : try SQLiteStore(path: scratch.path("register.sqlite"))
    log = LogFolder(path: scratch.path("log"))
    keys = try await OfficeKeys.all()
    // The certificates are good from their making on.
    clock = TestClock()
    try await store.write { unit in
      for person in [Self.li, Self.chen, Self.wang] { try unit.operators.insert(person) }
    }
    for (owner, kind) in seals {
      let seal = try await OfficeSeals.approved(owner, kind)
      try await store.write { try $0.seals.insert(seal) }
    }
  }

  // MARK: The office

  /// The office, with a register or log that fails where a test says so.
  func office(
    store: (any RegisterStore)? = nil, log: LogFolder? = nil, workshop: TestWorkshop? = nil,
    engine: String = "1.0.0"
  ) -> OfficeContext {
    OfficeContext(
      store: store ?? self.store, log: log ?? self.log, workshop: workshop ?? self.workshop,
      surroundings: Surroundings(
        now: { [clock] in clock.now() }, today: { [clock] in clock.today() },
        random: { [dice] in dice.next($0) }),
      engine: engine)
  }

  /// A certificate as an enterprise hands it in; another seed is another one.
  func draft(
    _ form: String = "RCEP", to destination: String? = "JP", seed: Int = 0, items: Int = 1,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> CertificateDraft {
    var draft = try Sample.certificate(
      form: form, items: items, destination: destination, seed: seed,
      policies: try Site.load().policies, day: clock.today())
    draft.issue = nil
    change(&draft)
    return draft
  }

  /// Approves a certificate for printing by the enterprise; without the PIN, which takes its time.
  func approve(
    _ draft: CertificateDraft, at place: Approval.PrintPlace = .local,
    signatory: String? = "zhang"
  ) async throws -> Approval {
    try await Approving(office())
      .approve(request(draft, at: place, signatory: signatory), by: "li").approval
  }

  func request(
    _ draft: CertificateDraft, by officer: Identification = officer,
    at place: Approval.PrintPlace = .local, signatory: String? = "zhang"
  ) -> Approving.Request {
    Approving.Request(
      draft: draft, officer: officer, printPlace: place, enterprise: OfficeSeals.enterprise,
      signatory: signatory)
  }

  /// The release of a number as a file.
  func releasing(
    _ number: String, kind: Output.Kind = .file, key: String? = nil
  ) -> Releasing.Request {
    Releasing.Request(
      subject: .number(number), kind: kind, device: "generic-laser", requestKey: key)
  }

  /// Releases a number as a file with keys that ask nobody else.
  func release(_ number: String, kind: Output.Kind = .file, key: String? = nil) async throws
    -> Output
  {
    try await Releasing(office(), keys: keys.basic).release(releasing(number, kind: kind, key: key))
  }

  /// Hands an output's file out.
  func handOut(_ id: String) async throws -> Data {
    try await handing(office()).file(of: id)
  }

  /// The handing out in an office.
  func handing(_ office: OfficeContext) -> HandingOut {
    HandingOut(office, logKey: keys.publicKeys.logKey, imageKey: keys.ring.imageKey)
  }

  /// The finished file of an output as it is kept, opened.
  func keptFile(_ id: String) async throws -> Data {
    let kept = try #require(try await store.read { try $0.outputs.file(of: id) })
    let vault = SealVault(wrappingKey: keys.ring.imageKey) { Data(count: $0) }
    return try #require(vault.file(kept, of: id))
  }

  /// The public check.
  var checking: Checking { Checking(office(), keys: keys.publicKeys) }

  // MARK: What is there

  /// The output of an id as the register has it.
  func output(_ id: String) async throws -> Output {
    try #require(try await store.read { try $0.outputs.output(id) })
  }

  /// All outputs of a certificate.
  func outputs(_ number: String) async throws -> [Output] {
    try await store.read { try $0.outputs.outputs(number: number) }
  }

  /// Runs a statement of SQLite's own program over the register, as whoever has the file could.
  @discardableResult func sqlite(_ statement: String) throws -> String {
    let result = try Program.run("sqlite3", [scratch.path("register.sqlite"), statement])
    #expect(result.status == 0, "\(result.errorText)")
    return String(decoding: result.output, as: UTF8.self)
  }

  /// The kinds of the log's entries about an output, in order.
  func events(_ id: String) throws -> [LogEvent.Kind] {
    try log.entries().map(\.event).filter { $0.details["output"] == id }.map(\.kind)
  }
}

extension OfficeWorkplace {
  /// Expects that an output is reserved and no more: nothing handed out, nothing valid, and in the log
  /// what it may hold by then.
  func expectNothingOut(
    _ stopped: Output, log kinds: [LogEvent.Kind], location: SourceLocation = #_sourceLocation
  ) async throws {
    let output = try await self.output(stopped.id)
    #expect(output.state == .reserved, sourceLocation: location)
    #expect(try events(output.id) == kinds, sourceLocation: location)
    await #expect(throws: (any Error).self, sourceLocation: location) {
      try await self.handOut(output.id)
    }
    let code = CheckCode(
      number: output.number, serial: output.serial, key: keys.ring.checkCodeKey)
    let answer = try await checking.answer(
      number: output.number, serial: output.serial, code: code.description,
      checkCodeKey: keys.ring.checkCodeKey)
    #expect(answer == .unknown || answer == .notYetIssued, sourceLocation: location)
  }
}
