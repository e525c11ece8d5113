import Barcode
import CairoOutput
import Certificates
import DisplayList
import Forms
import Foundation
import Notation
import Support
import Testing
import Typesetting

/// How often scans of the printed code are read by zxing-cpp and zbar (issue 3, point 4).
@Suite struct CodeScanTests {

  /// A form of each family, all with a code when soaking; `.m` for a record too long for Q.
  private static let scanned: [(String, QRCode.Correction)] =
    (Soak.isOn ? OutputTests.forms.filter { $0 != "L" } : ["C", "RCEP", "E"]).map { ($0, .q) }
    + [("C", .m)]

  /// The least share of scans that zbar has to read; zxing-cpp has to read all (sealing.md §6.3).
  ///
  /// Over all forms zbar misses a few of 1392 scans: where all are tried, one of 24 may fail.
  private static let least: [QRCode.Correction: Double] =
    [.q: Soak.isOn ? 23.0 / 24 : 1, .m: 0.83]

  /// The code with letters that never change for its signature, which is another in each run.
  private static func unchanging(_ credential: PrintedCredential) -> PrintedCredential {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var dice = Dice(seed: 20261)
    let letters = (0..<100).map { _ in dice.pick(alphabet) }
    return PrintedCredential(
      code: credential.code.dropLast(100) + String(letters), checkCode: credential.checkCode,
      serial: credential.serial)
  }

  @Test(arguments: scanned)
  func `zxing-cpp and zbar read the code from 200 dpi scans`(
    _ code: String, _ correction: QRCode.Correction
  ) async throws {
    let scratch = try Scratch()
    let form = try CodeSettingTests.form(code)
    var credential = Self.unchanging(try await CodeSettingTests.credential(form))
    if correction == .m { credential = CodeSettingTests.longer(credential, by: 140) }
    let document = try Workshop.freshTypesetter().document(
      of: form, as: .released(.original), credential: credential)
    let grid = try #require(document.pages[0].codes.first)
    #expect(
      try grid.modules == QRCode.encode(credential.code, correction: correction).modules)
    let renderer = PDFRenderer(fonts: try Workshop.catalogue())
    let pdf = try scratch.write(try renderer.pdf(document, content: .full), "page.pdf")
    let text = try scratch.write(Data(credential.code.utf8), "code.txt")
    for dots in ["600", "200"] {
      let made = try Program.run(
        "pdftoppm", ["-r", dots, "-gray", "-png", "-singlefile", pdf, scratch.path(dots)])
      #expect(made.status == 0)
      try Self.judge(
        ["scan", scratch.path("\(dots).png"), text, dots], "\(code) \(correction)",
        least: try #require(Self.least[correction]))
    }
  }

  private static func judge(_ arguments: [String], _ name: String, least: Double) throws {
    let scan = try Self.python(arguments)
    #expect(scan.status == 0, "\(scan.errorText)")
    print("\(name): \(scan.text)", terminator: "")
    let reads = try JSONText.parse(scan.output, file: nil)
    func count(_ key: String) throws -> Int {
      guard case .number(let text)? = JSONValue(reads)[key] else { return -1 }
      return try #require(Int(text))
    }
    #expect(try count("tries") >= 24)
    #expect(try count("zxing") == count("tries"), "\(name): \(scan.text)")
    #expect(
      try Double(count("zbar")) >= least * Double(count("tries")), "\(name): \(scan.text)")
    #expect(try count("misread") == 0)
  }

  /// Runs a check of trust.py.
  static func python(_ arguments: [String]) throws -> Program.Result {
    let python = Repository.root.appending(path: ".venv/bin/python").path
    let script = Repository.root.appending(path: "Tests/Checkers/trust.py").path
    return try Program.run(python, [script] + arguments, seconds: 300)
  }
}
