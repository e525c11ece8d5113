import Certificates
import Diagnostics
import DisplayList
import PrintDesk
import Seals
import Store

/// Reserves the output of a release in one unit of work: serial, seals and the one live original, or
/// nothing (X15).
struct Reservation: Sendable {
  let approval: Approval
  let gate: ReleaseGate
  let shape: SerialShape
  let kind: Output.Kind
  let device: String
  /// The caller's key; `nil` where the live original is meant, whoever asked for it.
  let requestKey: String?
  let moment: Int
  let day: CalendarDate

  /// The output of the request key, or the live original of the kind, if there is one; else a new one.
  ///
  /// - Throws: ``Refusal`` when another original is live, or the gate lets it not pass.
  func output(_ unit: UnitOfWork) throws -> Output {
    if let known = try known(unit) { return known }
    let before = try unit.outputs.outputs(number: approval.number).filter(\.kind.isOriginal)
    guard let live = before.last(where: { $0.state.isLive }) else {
      return try insert(unit, revision: before.count)
    }
    guard requestKey == nil, live.kind == kind else {
      throw Refusal(
        Diagnostic(
          at: .field("number"), Wording.liveOriginal(approval.number, live.id, live.state),
          hint: live.state == .issued ? nil : Wording.regenerate))
    }
    return live
  }

  /// A new output in place of the live one, which is void from now on (重新生成, S2-48).
  ///
  /// - Throws: ``Refusal`` when there is no live one, or it left already.
  func regenerated(_ unit: UnitOfWork) throws -> Output {
    if let known = try known(unit) {
      guard known.revision > 0 else { throw otherRequest(known) }
      return known
    }
    let live = try unit.desk.runs(number: approval.number).first { $0.output.isLiveOriginal }
    guard let live else {
      throw Refusal(Diagnostic(at: .field("number"), Wording.nothingToRegenerate(approval.number)))
    }
    let act = Act(by: Self.ourselves, at: moment)
    let replacement = try live.regenerated(with: try successor(of: live.output, unit), by: act)
    try unit.desk.keep(replacement, by: act)
    return replacement.successor
  }

  /// The original that takes another's place: the next serial, the newest approved seals.
  ///
  /// - Throws: ``Refusal`` when the gate lets it not pass.
  func successor(of older: Output, _ unit: UnitOfWork) throws -> Successor {
    let id = Output.id(try unit.outputs.count() + 1)
    let (serial, seals) = try particulars(unit)
    return Successor(
      id: id, kind: kind, serial: serial, requestKey: key(revision: older.revision + 1),
      moment: moment, day: day, device: device, seals: seals)
  }

  /// Who makes an original anew before anyone printed it: nobody is asked.
  private static let ourselves = "originpress"

  /// What the caller's key led to before.
  private func known(_ unit: UnitOfWork) throws -> Output? {
    guard let requestKey, let known = try unit.outputs.output(requestKey: requestKey) else {
      return nil
    }
    guard known.number == approval.number, known.kind == kind else { throw otherRequest(known) }
    return known
  }

  private func otherRequest(_ known: Output) -> Refusal {
    Refusal(
      Diagnostic(at: .field("request-key"), Wording.otherRequest(known.requestKey, known.id)))
  }

  /// An output that is never recorded, to try the page with.
  func trial() throws -> Output {
    made(
      id: Output.id(0), serial: try shape.serial(1, year: day.year), revision: 0, seals: [:])
  }

  private func insert(_ unit: UnitOfWork, revision: Int) throws -> Output {
    let id = Output.id(try unit.outputs.count() + 1)
    let (serial, seals) = try particulars(unit)
    let output = made(id: id, serial: serial, revision: revision, seals: seals)
    try unit.outputs.insert(output)
    return output
  }

  /// A duplicate or copy of the live original: its serial and an ordinal, seals of its own.
  ///
  /// - Throws: ``Refusal`` when there is nothing to repeat, nothing asks for it, or the gate lets it not pass.
  func another(_ unit: UnitOfWork) throws -> Output {
    if let known = try known(unit) { return known }
    guard let known = try unit.printCase(number: approval.number) else {
      preconditionFailure("an approved certificate has a case")
    }
    let faults = gate.faults(as: kind)
    guard faults.isEmpty else { throw Refusal(faults) }
    try known.checkRelease()
    let id = Output.id(try unit.outputs.count() + 1)
    let output = try known.another(
      kind,
      Particulars(
        id: id, requestKey: requestKey ?? "\(approval.number)/\(id)", moment: moment, day: day,
        device: device, seals: Self.ids(try gate.seals(as: kind, unit.seals))))
    try unit.outputs.insert(output)
    try fulfil(known, by: output, unit)
    return output
  }

  /// A new ordinal is what a request asked for; a spoiled one printed again is not.
  private func fulfil(_ known: PrintCase, by output: Output, _ unit: UnitOfWork) throws {
    guard !known.outputs(kind).contains(where: { $0.ordinal == output.ordinal }) else { return }
    let subject: DeskRequest.Subject = kind == .duplicate ? .duplicate : .copy
    let request = known.requests.first { $0.subject == subject && $0.state == .approved }
    if let request { try unit.cases.update(try request.fulfilled(by: output.id)) }
  }

  private static func ids(_ seals: [MarkRole: KeptSeal]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: seals.map { ($0.key.rawValue, $0.value.id) })
  }

  private func particulars(
    _ unit: UnitOfWork
  ) throws -> (serial: String, seals: [String: String]) {
    let faults = gate.faults(as: kind)
    guard faults.isEmpty else { throw Refusal(faults) }
    try unit.knownCase(approval.number).checkRelease()
    let seals = try gate.seals(as: kind, unit.seals)
    let year = shape.showsYear ? day.year : nil
    let ordinal = try unit.numbers.nextSerial(profile: shape.profile, year: year)
    return (try shape.serial(ordinal, year: day.year), Self.ids(seals))
  }

  private func made(
    id: String, serial: String, revision: Int, seals: [String: String]
  ) -> Output {
    Output(
      id: id, number: approval.number, contentHash: approval.contentHash, kind: kind,
      serial: serial, revision: revision, requestKey: key(revision: revision), moment: moment,
      day: day, device: device, seals: seals)
  }

  private func key(revision: Int) -> String {
    requestKey ?? "\(approval.number)#\(revision)"
  }
}
