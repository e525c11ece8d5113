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
  func successor(_ unit: UnitOfWork) throws -> Output {
    if let known = try known(unit) {
      guard known.revision > 0 else { throw otherRequest(known) }
      return known
    }
    let before = try unit.outputs.outputs(number: approval.number).filter(\.kind.isOriginal)
    guard let live = before.last(where: { $0.state.isLive }) else {
      throw Refusal(Diagnostic(at: .field("number"), Wording.nothingToRegenerate(approval.number)))
    }
    let id = Output.id(try unit.outputs.count() + 1)
    // The old one first: there is never room for two.
    try unit.outputs.update(try live.regenerated(by: id))
    return try insert(unit, revision: before.count)
  }

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
  func trial() throws -> Output { try made(id: Output.id(0), ordinal: 1, revision: 0, seals: [:]) }

  private func insert(_ unit: UnitOfWork, revision: Int) throws -> Output {
    let faults = gate.faults(as: kind)
    guard faults.isEmpty else { throw Refusal(faults) }
    let seals = try gate.seals(unit.seals)
    let year = shape.showsYear ? day.year : nil
    let output = try made(
      id: Output.id(try unit.outputs.count() + 1),
      ordinal: try unit.numbers.nextSerial(profile: shape.profile, year: year), revision: revision,
      seals: Dictionary(uniqueKeysWithValues: seals.map { ($0.key.rawValue, $0.value.id) }))
    try unit.outputs.insert(output)
    return output
  }

  private func made(
    id: String, ordinal: Int, revision: Int, seals: [String: String]
  ) throws -> Output {
    Output(
      id: id, number: approval.number, contentHash: approval.contentHash, kind: kind,
      serial: try shape.serial(ordinal, year: day.year), revision: revision,
      requestKey: requestKey ?? "\(approval.number)#\(revision)", moment: moment, day: day,
      device: device, seals: seals)
  }
}
