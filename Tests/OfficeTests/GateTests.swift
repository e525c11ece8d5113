import Certificates
import Credentials
import Crypto
import Diagnostics
import Foundation
import Notation
import Office
import PrintDesk
import Seals
import Signing
import Store
import Support
import Testing

/// What the release asks again of policy and approval, and refuses by default.
@Suite struct GateTests {
  private let place: OfficeWorkplace

  init() async throws { place = try await OfficeWorkplace() }

  private func keys(_ body: () async throws -> Void) async throws -> [String] {
    do {
      try await body()
      return []
    } catch let refusal as Refusal { return refusal.diagnostics.map(\.message.key) }
  }

  /// The policies of the checkout with a row more in a table.
  private func policies(_ table: String, _ row: String) throws -> Policies {
    let nodes = try Repository.files(in: "Layouts/policy", ending: ".yaml")
      .filter { !$0.hasSuffix("/site.yaml") }
      .map { path in
        guard path.hasSuffix("/\(table).yaml") else { return try Site.yaml(path) }
        let bytes = try Repository.bytes(path) + Data("\n  - \(row)\n".utf8)
        return try YAMLText.parse(bytes, file: path)
      }
    return try Policies(nodes)
  }

  @Test func `a file goes where the policy says, and nowhere else (S2-132)`() async throws {
    for (seed, country) in ["JP", "KR", "AU", "NZ", "TH", "SG", "MY", "VN", "ID"].enumerated() {
      let number = try await place.approve(try place.draft(to: country, seed: seed)).number
      let output = try await place.release(number)
      #expect(output.state == .released && output.kind == .file, "\(country)")
    }
    for (form, country) in [("C", nil), ("E", "MY"), ("A", "AU")] as [(String, String?)] {
      let number = try await place.approve(try place.draft(form, to: country)).number
      #expect(
        try await keys { _ = try await place.release(number) } == ["office.no-download"], "\(form)")
      #expect(try await place.outputs(number) == [])
      #expect(try await place.release(number, kind: .original).state == .released, "\(form)")
    }
  }

  @Test func `what is to be printed at the chamber is no file`() async throws {
    let number = try await place.approve(try place.draft(), at: .chamber).number
    #expect(
      try await keys { _ = try await place.release(number) } == ["office.printed-at-chamber"])
    #expect(try await place.outputs(number) == [])
    let paper = try await place.release(number, kind: .original)
    #expect(paper.state == .released && paper.serial == "CCPIT000000000001")
    #expect(try await keys { _ = try await place.handOut(paper.id) }.count == 1, "it is no file")
  }

  @Test(arguments: [("R", "PE"), ("CA", "KH"), ("E", "PH"), ("RCEP", "LA"), ("G", nil)])
  func `what hands seal is approved for the chamber only, and has empty places (S2-128)`(
    _ form: String, _ country: String?
  ) async throws {
    let draft = try place.draft(form, to: country)
    #expect(
      try await keys { _ = try await place.approve(draft) } == ["office.sealed-by-hand"])
    let approval = try await place.approve(draft, at: .chamber, signatory: nil)
    #expect(approval.sealMode == .chamberWet)
    #expect(try await keys { _ = try await place.release(approval.number) }.count == 1)
    let output = try await place.release(approval.number, kind: .original)
    #expect(output.state == .released && output.seals == [:])
    let file = try await place.keptFile(output.id)
    let path = try place.scratch.write(file, "wet.pdf")
    let plain = try place.scratch.write(
      try Program.run("qpdf", ["--qdf", "--object-streams=disable", path, "-"]).output, "wet.qdf")
    let text = String(decoding: try Data(contentsOf: URL(filePath: plain)), as: UTF8.self)
    let isMarked = text.contains("/BM /Multiply")
    #expect(!isMarked, "no mark is multiplied onto it")
    let isUnseen = text.contains(/\/FT \/Sig\s[^>]*\/Rect \[\s*(0(\.0+)?\s+){4}\]/)
    #expect(isUnseen, "it is signed where nobody sees it")
    let check = SignatureCheck(trust: place.keys.basic.trust, level: .basic)
    #expect(check.faults(of: Array(file)) == [])
  }

  @Test func `an edition that the site does not accept is not released`() async throws {
    let number = try await place.approve(try place.draft()).number
    place.workshop.otherIssuer = try OfficeKeys.site(
      replacing: #"{form: "*", edition: "*""#, with: #"{form: "C", edition: "*""#)
    #expect(
      try await keys { _ = try await place.release(number) } == ["office.unaccepted-edition"])
    #expect(try await place.outputs(number) == [])
    place.workshop.otherIssuer = nil
    #expect(try await place.release(number).serial == "CCPIT000000000001")
  }

  @Test(arguments: [false, true])
  func `a seal mode that changed after the approval stops the release`(_ isReserved: Bool)
    async throws
  {
    let number = try await place.approve(try place.draft()).number
    if isReserved {
      let stopper = Stopper(at: 1, .after)
      let office = place.office(store: stopper.register(place.store))
      await #expect(throws: Stopper.Stop.self) {
        try await Releasing(office, keys: place.keys.basic).release(place.releasing(number))
      }
    }
    place.workshop.otherPolicies = try policies(
      "seal-modes", "{form: RCEP, destinations: [JP], value: chamber-wet, source: test}")
    #expect(
      try await keys { _ = try await place.release(number) }.contains("office.other-mode"))
    #expect(try await place.outputs(number).map(\.state) == (isReserved ? [.reserved] : []))
    #expect(try place.log.entries() == [])
    place.workshop.otherPolicies = nil
    #expect(try await place.release(number).serial == "CCPIT000000000001")
  }

  @Test func `an unknown device, or one too coarse for the code, spends no serial`() async throws {
    let number = try await place.approve(try place.draft()).number
    let unknown = Releasing.Request(
      subject: .number(number), kind: .file, device: "no-such-printer")
    await #expect(throws: (any Error).self) {
      try await Releasing(place.office(), keys: place.keys.basic).release(unknown)
    }
    let text = String(
      decoding: try Repository.bytes("printers/generic-laser.yaml"), as: UTF8.self)
    place.workshop.otherDevice = try TestWorkshop.device(
      "coarse", file: Data(text.replacing("[600, 300]", with: "[100]").utf8))
    #expect(try await keys { _ = try await place.release(number) }.count == 1)
    #expect(try await place.outputs(number) == [])
    #expect(try place.log.entries() == [])
    place.workshop.otherDevice = nil
    #expect(try await place.release(number).serial == "CCPIT000000000001")
  }

  @Test func `contents that differ in one byte were not approved`() async throws {
    let draft = try place.draft()
    _ = try await place.approve(draft)
    var other = draft
    other.goods[0].description.removeLast()
    let request = Releasing.Request(subject: .content(other), kind: .file, device: "generic-laser")
    let releasing = Releasing(place.office(), keys: place.keys.basic)
    #expect(try await keys { _ = try await releasing.release(request) } == ["office.not-approved"])
    #expect(
      try await keys { _ = try await place.release("26RC1100B0001/00099") }
        == ["office.unknown-number"])
    #expect(try await place.store.read { try $0.outputs.count() } == 0)
    let same = Releasing.Request(subject: .content(draft), kind: .file, device: "generic-laser")
    #expect(try await releasing.release(same).state == .released)
  }

  @Test func `contents altered in the register are not released`() async throws {
    let place = try await OfficeWorkplace(.sqlite)
    let number = try await place.approve(try place.draft()).number
    let name = try #require(try place.draft().exporter?.name)
    try place.sqlite(
      "UPDATE approval SET content = CAST(replace(CAST(content AS TEXT), '\(name)', 'OTHER') AS BLOB)"
    )
    let error = await #expect(throws: OfficeError.self) { try await place.release(number) }
    #expect(error?.code == .keptFile)
    #expect(try await place.outputs(number) == [])
  }

  @Test func `who has the register alone has no seals`() async throws {
    let place = try await OfficeWorkplace(.sqlite)
    let output = try await place.release(try await place.approve(try place.draft()).number)
    let kept = try #require(try await place.store.read { try $0.outputs.file(of: output.id) })
    let file = try await place.handOut(output.id)
    #expect(kept.range(of: Data("%PDF".utf8)) == nil && kept != file)
    let stranger = SealVault(wrappingKey: SymmetricKey(size: .bits256)) { Data(count: $0) }
    #expect(stranger.file(kept, of: output.id) == nil)
    #expect(
      try place.sqlite("SELECT count(*) FROM outputFile WHERE instr(bytes, '%PDF') > 0") == "0\n")
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: place.scratch.path("register.sqlite"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a kept file that was altered is not handed out`() async throws {
    let place = try await OfficeWorkplace(.sqlite)
    let output = try await place.release(try await place.approve(try place.draft()).number)
    try place.sqlite("CREATE TABLE saved AS SELECT * FROM outputFile")
    try place.sqlite("UPDATE outputFile SET bytes = CAST(bytes || '%' AS BLOB)")
    let error = await #expect(throws: OfficeError.self) { try await place.handOut(output.id) }
    #expect(error?.code == .keptFile)
    #expect(try await place.output(output.id).state == .released)
    #expect(try place.events(output.id) == [.release, .sealed])
    try place.sqlite("UPDATE outputFile SET bytes = (SELECT bytes FROM saved)")
    #expect(try await place.checking.answer(toFile: place.handOut(output.id)).answer == .valid)
  }
}
