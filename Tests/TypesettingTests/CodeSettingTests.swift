import CairoOutput
import Certificates
import Credentials
import Crypto
import Devices
import DisplayList
import Forms
import Foundation
import Measures
import Notation
import Support
import Testing
import Typesetting

/// The signed code on the page (issue 3, point 4): its size, what stands beside it, and what others read.
@Suite struct CodeSettingTests {
  /// A made-up key, always the same.
  private static func signer() throws -> RecordSigner {
    RecordSigner(try P256.Signing.PrivateKey(rawRepresentation: Array(1...32)))
  }

  private static func credential(_ form: BoundForm) async throws -> PrintedCredential {
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

  private static func form(_ code: String) throws -> BoundForm {
    let site = try Site.load()
    let shape = site.policies.numberShapes.first { $0.profile == "ccpit" }
    return try site.form(code, items: 3) {
      $0.number = "26\(shape?.letters[code] ?? "C")1100B0001/00004"
      $0.serial = "CCPIT000000000123"
    }
  }

  @Test(arguments: OutputTests.forms)
  func `on every form the code has whole modules of 8 dots at least, and the check code beside it`(
    _ code: String
  ) async throws {
    let form = try Self.form(code)
    guard let place = form.layout.front.code else { return }
    let device = try Workshop.device()
    let credential = try await Self.credential(form)
    let document = try Workshop.freshTypesetter().document(
      of: form, as: .released(.original), credential: credential)
    let grid = try #require(document.pages[0].codes.first)
    #expect(grid.source == credential.code)
    let dots = grid.frame.width.dots(perInch: 600) / Double(grid.count)
    #expect(dots >= 8 && dots == dots.rounded())
    #expect(grid.frame.width / grid.count >= device.leastCodeModule)
    let quiet = grid.frame.width / grid.count * grid.quietZone
    let outer = grid.frame.inset(left: -quiet, top: -quiet, right: -quiet, bottom: -quiet)
    #expect(place.signed.contains(outer))
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
    #expect(device.leastCodeModule == Length(units: Length.unitsPerInch / 360 * 5))
    #expect(device.codeReduction == Length(units: Length.unitsPerInch / 360 * 2))
    #expect(
      try Workshop.device("generic-24pin").leastCodeModule
        == Length(units: Length.unitsPerInch / 180 * 3))
    #expect(try Workshop.device().codeReduction == nil)
    let side = Length(units: Length.unitsPerInch / 360 * 15)
    let grid = ModuleGrid(
      count: 3, modules: [true, true, false, false, true, false, false, false, true],
      frame: Rect(x: .zero, y: .zero, width: side, height: side), quietZone: 4, source: "",
      reduction: device.codeReduction)
    let areas = grid.darkAreas.map { [$0.x, $0.y, $0.width, $0.height].map { ($0 * 5).rounded() } }
    #expect(areas == [[1, 1, 4, 3], [5, 1, 4, 4], [6, 5, 3, 4], [11, 11, 3, 3]])
  }

  @Test(arguments: ["C", "RCEP", "E"])
  func `zxing-cpp and zbar read the code from a 200 dpi scan, cwt accepts it`(_ code: String)
    async throws
  {
    let scratch = try Scratch()
    let form = try Self.form(code)
    let credential = try await Self.credential(form)
    let document = try Workshop.freshTypesetter().document(
      of: form, as: .released(.original), credential: credential)
    let renderer = PDFRenderer(fonts: try Workshop.catalogue())
    let pdf = try scratch.write(try renderer.pdf(document, content: .full), "page.pdf")
    let made = try Program.run(
      "pdftoppm", ["-r", "600", "-gray", "-png", "-singlefile", pdf, scratch.path("page")])
    #expect(made.status == 0)
    let text = try scratch.write(Data(credential.code.utf8), "code.txt")
    let scan = try Self.python(["scan", scratch.path("page.png"), text])
    #expect(scan.status == 0, "\(scan.errorText)")
    print("\(code): \(scan.text)", terminator: "")
    let reads = try JSONText.parse(scan.output, file: nil)
    func count(_ key: String) throws -> Int {
      guard case .number(let text)? = JSONValue(reads)[key] else { return -1 }
      return try #require(Int(text))
    }
    // sealing.md §6.3: 100 % by zxing-cpp, about 83 % by zbar (20 to 24 of 24 here), never a misread.
    #expect(try count("zxing") == count("tries"))
    #expect(try Double(count("zbar")) >= 0.7 * Double(count("tries")))
    #expect(try count("misread") == 0)
    try judge(credential, scratch)
  }

  private func judge(_ credential: PrintedCredential, _ scratch: Scratch) throws {
    let link = try #require(RecordLink(credential.code))
    let given: JSONValue = [
      "code": .text(credential.code), "payload": .text(Hex.encode(link.record.payload)),
      "spki": .text(try Self.signer().publicKey.spki.base64EncodedString()),
    ]
    let path = try scratch.write(Data(JSONWriter.bytes(given)), "record.json")
    let judged = try Self.python(["record", path])
    #expect(judged.status == 0, "\(judged.errorText)")
  }

  private static func python(_ arguments: [String]) throws -> Program.Result {
    let python = Repository.root.appending(path: ".venv/bin/python").path
    let script = Repository.root.appending(path: "Tests/Checkers/trust.py").path
    return try Program.run(python, [script] + arguments, seconds: 300)
  }
}
