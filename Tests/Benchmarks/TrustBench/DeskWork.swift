import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers
import Seals
import Signing
import Store
import Support

/// Originals printed one after the other at a virtual printer in another process: what the desk itself costs.
///
/// Everything is released before; the printer takes no time for a sheet.
struct DeskWork {
  private let office: OfficeContext
  private let keys: SiteKeys
  private let person: Operator
  private let outputs: [String]

  private static let pin = "bench 1234"
  static let enterprise = "1100B0001"
  private static let printer = "bench"

  /// Founds an office in a folder, with seals, a printer and released originals.
  static func prepared(
    folder: String, keys: SiteKeys, seals: [(SealOwner, SealImage)], printer: String, count: Int
  ) async throws -> DeskWork {
    let office = OfficeContext(
      store: try SQLiteStore(path: "\(folder)/register.sqlite"),
      log: LogFolder(path: "\(folder)/log"), workshop: TestWorkshop(),
      surroundings: Surroundings(
        now: { Int(Date().timeIntervalSince1970) }, today: { .sample },
        random: { count in Data((0..<count).map { _ in UInt8.random(in: .min ... .max) }) }),
      engine: "bench")
    let people = PeopleCare(office)
    for id in ["li", "wang"] {
      _ = try await people.enroll(id: id, name: id, role: .officer, pin: pin)
    }
    let li = Identification(id: "li", pin: pin)
    try await enroll(seals, office, keys, by: [li, Identification(id: "wang", pin: pin)])
    try await PrinterCare(office).keep(
      DeskPrinter(
        name: Self.printer, address: printer, profile: "generic-laser", place: .chamber))
    var outputs: [String] = []
    for seed in 0..<count {
      outputs.append(try await release(seed, office, keys, by: li))
    }
    return DeskWork(
      office: office, keys: keys, person: try await li.confirmed(as: .operator, by: office.store),
      outputs: outputs)
  }

  private static func enroll(
    _ seals: [(SealOwner, SealImage)], _ office: OfficeContext, _ keys: SiteKeys,
    by officers: [Identification]
  ) async throws {
    let (keeping, decisions) = (
      SealKeeping(office, imageKey: keys.imageKey), SealDecisions(office)
    )
    for (owner, image) in seals {
      let seal = try await keeping.enroll(image, of: owner, by: "bench")
      for officer in owner.needsTwoApprovals ? officers : [officers[0]] {
        _ = try await decisions.approve(seal.id, by: officer)
      }
    }
  }

  private static func release(
    _ seed: Int, _ office: OfficeContext, _ keys: SiteKeys, by officer: Identification
  ) async throws -> String {
    var draft = try Sample.certificate(
      form: "C", items: 3, seed: seed, policies: try office.workshop.policies(of: "C"))
    (draft.number, draft.issue) = (nil, nil)
    let approval = try await Approving(office).approve(
      Approving.Request(
        draft: draft, officer: officer, printPlace: .chamber, enterprise: enterprise,
        signatory: "zhang")
    ).approval
    return try await Releasing(office, keys: keys).release(
      Releasing.Request(
        subject: .number(approval.number), kind: .original, device: "generic-laser")
    ).id
  }

  /// Prints every original and finds it good.
  func run() async throws {
    let printing = Printing(office, keys: keys) { printer in
      Printer(try PrinterAddress(parsing: printer.address))
    }
    for id in outputs {
      let run = try await printing.print(
        Printing.Request(
          output: id, printer: Self.printer,
          person: Identification(id: person.id, pin: "")), by: person)
      guard run.output.state == .printing, run.sheetsToDecide.count == 1 else {
        throw Refusal(Diagnostic(at: .field("output"), Wording.notClean(id)))
      }
    }
  }
}

/// What the bench says when the desk does not work.
private enum Wording {
  static func notClean(_ id: String) -> Message {
    Message("bench.not-clean", en: "\(id) was not printed clean", zh: "\(id) 打印异常")
  }
}

extension SiteKeys {
  /// The same keys with signatures that ask no time-stamping authority.
  var basic: SiteKeys {
    SiteKeys(
      keyList: keyList, noteSigner: noteSigner, checkCodeKey: checkCodeKey, imageKey: imageKey,
      signer: signer, level: .basic, trust: trust, recordSigners: recordSigners)
  }
}
