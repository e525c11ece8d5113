import Certificates
import Credentials
import Diagnostics
import DisplayList
import Foundation
import Office
import PrintDesk
import Seals
import Signing

/// The demonstration's office: keys that are not valid, two officers, seals of its own, one enterprise.
struct DemoOffice {
  /// The office over the demo's data folder.
  let office: FrontOffice
  let keys: SiteKeys
  private static let password = Array("demonstration".utf8)
  private static let officers = [("li", "Li Ming"), ("wang", "Wang Fang")]
  private static let enterprise = "1100B0001"
  private static let signatory = "zhang"
  private static let black = Ink(red: 20, green: 20, blue: 30)
  private static let blue = Ink(red: 24, green: 50, blue: 140)

  /// Sets the office up in an empty data folder.
  init(press: Press, folder: String) async throws {
    office = try FrontOffice(press: press, folder: folder, makes: true)
    let issuer = try press.issuer()
    try await KeyCare(
      office.keyFolder, of: issuer, password: Self.password, day: Outside.today,
      random: { Array(Outside.random($0)) }
    ).make(withAuthority: true)
    keys = try await SiteKeys.open(
      office.keyFolder, of: issuer, password: Self.password, at: Outside.now)
    for (id, name) in Self.officers {
      _ = try await PeopleCare(office.context).enroll(
        id: id, name: name, role: .officer, pin: Self.pin(id))
    }
    try await enrollSeals(DemoMarks(fonts: try press.fonts()), issuer)
  }

  private static func pin(_ id: String) -> String { "demonstration-\(id)" }

  private static func officer(_ id: String) -> Identification {
    Identification(id: id, pin: pin(id))
  }

  /// Every seal is enrolled and approved, the issuing body's by both officers.
  private func enrollSeals(_ marks: DemoMarks, _ issuer: Issuer) async throws {
    let keeping = SealKeeping(office.context, imageKey: keys.imageKey)
    let decisions = SealDecisions(office.context)
    let first = Self.officers[0].0
    let seals: [(SealOwner, SealImage)] = [
      (.enterprise(Self.enterprise), try marks.seal("样例进出口有限公司", kind: .company)),
      (
        .signatory(enterprise: Self.enterprise, id: Self.signatory),
        try marks.signature(Self.blue, waves: 5)
      ),
      (.issuer, try marks.seal(issuer.nameChinese, kind: .issuer)),
      (.officer(first), try marks.signature(Self.black, waves: 4)),
    ]
    for (owner, image) in seals {
      let seal = try await keeping.enroll(image, of: owner, by: "demo")
      _ = try await decisions.approve(seal.id, by: Self.officer(first))
      if owner.needsTwoApprovals {
        _ = try await decisions.approve(seal.id, by: Self.officer(Self.officers[1].0))
      }
    }
  }

  /// Approves a certificate, to be printed at a place.
  func approve(
    _ draft: CertificateDraft, at place: Approval.PrintPlace = .local
  ) async throws -> Approval {
    try await Approving(office.context).approve(
      Approving.Request(
        draft: draft, officer: Self.officer(Self.officers[0].0), printPlace: place,
        enterprise: Self.enterprise, signatory: Self.signatory)
    ).approval
  }

  /// Releases an approved certificate, set for a device.
  func release(
    _ number: String, as kind: Output.Kind, for device: String? = nil
  ) async throws -> Output {
    var request = request(number, kind)
    request.device = device ?? request.device
    return try await Releasing(office.context, keys: keys).release(request)
  }

  /// Makes an original anew that has not left.
  func regenerate(_ number: String, as kind: Output.Kind) async throws -> Output {
    try await Releasing(office.context, keys: keys).regenerate(request(number, kind))
  }

  private func request(_ number: String, _ kind: Output.Kind) -> Releasing.Request {
    Releasing.Request(
      subject: .number(number), kind: kind)
  }

  /// One of the officers, who also stands at the desk.
  static var clerk: Identification { officer(officers[0].0) }

  /// Hands a released file out.
  func handOut(_ output: Output) async throws -> Data {
    try await HandingOut(
      office.context, logKey: keys.noteSigner.key, imageKey: keys.imageKey
    ).file(of: output.id)
  }

  // MARK: The check, three ways and more

  /// What the check says of a code, offline and with the register.
  func check(code: String) async throws -> (offline: Message, online: Message) {
    let offline = RecordCheck(code, keys: keys.keyList)
    let online = try await checking().answer(toCode: code).answer
    return (Wording.credential(offline.name), Wording.answer(online))
  }

  /// What the check says of the numbers on the paper.
  func check(_ output: Output) async throws -> Message {
    let code = CheckCode(number: output.number, serial: output.serial, key: keys.checkCodeKey)
    return Wording.answer(
      try await checking().answer(
        number: output.number, serial: output.serial, code: code.description,
        checkCodeKey: keys.checkCodeKey))
  }

  /// What the check says of a file.
  func check(file: Data) async throws -> Message {
    let answer = try await checking().answer(toFile: file).answer
    guard answer == .unknown, let fault = FileCheck(keys.trust).fault(of: file) else {
      return Wording.answer(answer)
    }
    return fault.message
  }

  private func checking() throws -> Checking {
    Checking(office.context, keys: try PublicKeys.open(office.keyFolder))
  }
}
