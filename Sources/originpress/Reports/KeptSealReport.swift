import Foundation
import Measures
import Notation
import Seals

/// Kept seals, for people and for scripts; nothing shows of the marks themselves.
struct KeptSealReport {
  private let seals: [KeptSeal]

  init(_ seals: [KeptSeal]) { self.seals = seals }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return seals.forEach { print(Self.line($0)) } }
    print(JSONWriter.text(.list(seals.map(Self.json))), terminator: "")
  }

  private static func line(_ seal: KeptSeal) -> String {
    let noted = seal.status.noted.map { "  1/2 \($0.by)" } ?? ""
    return "\(seal.id)  \(seal.status.stage.rawValue)\(seal.isApproved ? "" : noted)  "
      + "\(seal.shape.rawValue) \(seal.size.width) × \(seal.size.height)"
  }

  private static func json(_ seal: KeptSeal) -> JSONValue {
    .object([
      "id": .text(seal.id), "owner": .text(seal.owner.text), "kind": .text(seal.kind.rawValue),
      "version": .integer(seal.version), "state": .text(seal.status.stage.rawValue),
      "shape": .text(seal.shape.rawValue), "width": .number("\(seal.size.width.mm)"),
      "height": .number("\(seal.size.height.mm)"),
      "percent": .integer(seal.adjustment.percent), "digest": .text(seal.digest),
      "enrolled": act(seal.enrolled), "noted": seal.status.noted.map(act),
      "approved": seal.status.approved.map(act), "ended": seal.status.ended.map(act),
      "reason": seal.status.reason.map { .text($0) },
    ])
  }

  private static func act(_ act: SealAct) -> JSONValue {
    ["by": .text(act.by), "at": .integer(act.at)]
  }
}
