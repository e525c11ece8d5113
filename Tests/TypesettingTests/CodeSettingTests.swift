import Barcode
import Certificates
import Credentials
import Crypto
import Devices
import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Support
import Testing
import Typesetting

/// The signed code on the page (issue 3, point 4): its size, what stands beside it, and its record.
@Suite struct CodeSettingTests {
  /// A made-up key, always the same.
  private static func signer() throws -> RecordSigner {
    RecordSigner(try P256.Signing.PrivateKey(rawRepresentation: Array(1...32)))
  }

  static func credential(_ form: BoundForm) async throws -> PrintedCredential {
    let site = try Site.load()
    let record = try CertificateRecord(
      of: form.certificate, as: .original, serial: "CCPIT000000000123", issuer: site.issuer,
      policies: site.policies)
    let link = RecordLink(
      domain: site.issuer.verificationDomain,
      record: try await SignedRecord(payload: record.encoded, by: try signer()))
    let code = CheckCode(
      number: record.number, serial: record.serial, key: Data(repeating: 7, count: 32))
    return PrintedCredential(
      code: link.text, checkCode: code.description, serial: record.serial)
  }

  static func form(_ code: String) throws -> BoundForm {
    let site = try Site.load()
    let shape = site.policies.numberShapes.first { $0.profile == "ccpit" }
    let letters = site.issuer.numberLetters[code] ?? shape?.letters[code] ?? "C"
    return try site.form(code, items: 3) {
      $0.number = "26\(letters)1100B0001/00004"
      $0.serial = "CCPIT000000000123"
    }
  }

  @Test(arguments: OutputTests.forms)
  func `on every form the code has whole modules of 8 dots at least, and the check code beside it`(
    _ code: String
  ) async throws {
    let form = try Self.form(code)
    guard let place = form.code(on: form.layout.front) else { return }
    let device = try Workshop.device()
    let credential = try await Self.credential(form)
    let document = try Workshop.freshTypesetter().document(
      of: form, as: .released(.original), credential: credential)
    let grid = try #require(document.pages[0].codes.first)
    #expect(grid.source == credential.code)
    let dots = grid.frame.width.dots(perInch: 600) / Double(grid.count)
    #expect(dots >= 8 && dots == dots.rounded())
    let strong = try QRCode.encode(credential.code, correction: .q)
    #expect(grid.modules == strong.modules, "\(code) corrects less than Q")
    #expect(grid.frame.width / grid.count >= device.leastCodeModule)
    let quiet = grid.frame.width / grid.count * grid.quietZone
    let outer = grid.frame.inset(left: -quiet, top: -quiet, right: -quiet, bottom: -quiet)
    #expect(place.frame.contains(outer))
    let texts = document.pages[0].texts().map(\.source)
    #expect(texts.contains { $0.contains(credential.checkCode) }, "no check code on \(code)")
    #expect(document.pages[0].texts().allSatisfy { !$0.inkFrame.overlaps(outer) })
  }

  @Test(arguments: ["C", "RCEP", "E", "H"])
  func `a preview keeps the plain link, whatever it is given`(_ code: String) async throws {
    let form = try Self.form(code)
    let typesetter = try Workshop.freshTypesetter()
    let plain = try typesetter.document(of: form, as: .draft)
    let given = try typesetter.document(
      of: form, as: .draft, credential: try await Self.credential(form))
    #expect(plain.pages.map(TextDump.lines(of:)) == given.pages.map(TextDump.lines(of:)))
    #expect(plain.pages[0].codes.allSatisfy { !$0.source.contains("/V/Q") })
  }

  @Test func `a printer whose dots spread gets narrower dark areas`() throws {
    let device = try Workshop.device("generic-24pin-escp2")
    // The dots of 24 pins lie 1/180 inch apart, however finely the head is placed.
    #expect(device.leastCodeModule == Length(units: Length.unitsPerInch / 180 * 3))
    #expect(device.codeReduction == Length(units: Length.unitsPerInch / 360 * 2))
    #expect(
      try Workshop.device("generic-24pin").leastCodeModule
        == Length(units: Length.unitsPerInch / 180 * 3))
    #expect(
      try Workshop.device().codeReduction == Length(units: Length.unitsPerInch / 600))
    #expect(try Workshop.device("generic-24pin").codeReduction == nil)
    let side = Length(units: Length.unitsPerInch / 360 * 15)
    let grid = ModuleGrid(
      count: 3, modules: [true, true, false, false, true, false, false, false, true],
      frame: Rect(x: .zero, y: .zero, width: side, height: side), quietZone: 4, source: "",
      reduction: device.codeReduction)
    let areas = grid.darkAreas.map { [$0.x, $0.y, $0.width, $0.height].map { ($0 * 5).rounded() } }
    #expect(areas == [[0, 0, 5, 3], [5, 0, 3, 5], [5, 5, 3, 3], [10, 10, 3, 3]])
  }

  @Test(arguments: ["generic-24pin-escp2", "generic-24pin"])
  func `a record has room at the dots of pins; too long a one is refused with the way out`(
    _ device: String
  ) async throws {
    let form = try Self.form("C")
    let credential = try await Self.credential(form)
    let pins = try Workshop.device(device)
    let typesetter = try Workshop.freshTypesetter(pins)
    let document = try typesetter.document(
      of: form, as: .released(.original), credential: credential)
    let grid = try #require(document.pages[0].codes.first)
    #expect(grid.frame.width == pins.leastCodeModule * grid.count)
    #expect(grid.reduction == pins.codeReduction)
    let refusal = #expect(throws: Refusal.self) {
      try typesetter.document(
        of: form, as: .released(.original), credential: Self.longer(credential, by: 400))
    }
    let told = refusal?.diagnostics.filter { $0.message.key == "barcode.place-too-small" } ?? []
    #expect(told.map { $0.hint?.key } == ["typesetting.finer-dots"])
  }

  /// A code with a longer name of the domain.
  static func longer(
    _ credential: PrintedCredential, by count: Int
  ) -> PrintedCredential {
    let label = "." + String(repeating: "A", count: count - 1)
    return PrintedCredential(
      code: credential.code.replacing("/V/", with: label + "/V/"),
      checkCode: credential.checkCode, serial: credential.serial)
  }

  @Test(arguments: ["C", "RCEP", "E"])
  func `cwt accepts the record`(_ code: String) async throws {
    let scratch = try Scratch()
    let credential = try await Self.credential(try Self.form(code))
    let link = try #require(RecordLink(credential.code))
    let given: JSONValue = [
      "code": .text(credential.code), "payload": .text(Hex.encode(link.record.payload)),
      "spki": .text(try Self.signer().publicKey.spki.base64EncodedString()),
    ]
    let path = try scratch.write(Data(JSONWriter.bytes(given)), "record.json")
    let judged = try CodeScanTests.python(["record", path])
    #expect(judged.status == 0, "\(judged.errorText)")
  }
}
