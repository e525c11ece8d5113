import ArgumentParser
import Certificates
import Credentials
import Diagnostics
import Forms
import Foundation
import Office

/// `verify`: whether a certificate is genuine, by its code, its file or its numbers.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks a certificate by its code, its PDF or its numbers.",
    discussion: """
      With the published key list alone a code is checked without network: it says what was certified.
      With the register's folder the answer also says what became of it. A file is compared byte for
      byte with what was handed out; without a register its signature is checked.

      A genuine code may be copied: compare the fields with the paper, in this order.

      EXAMPLES
        originpress verify HTTPS://CHECK.EXAMPLE.ORG/V/... --keys keylist.json
        zbarimg --quiet --raw scan.png | originpress verify - --data DIR --json
        originpress verify certificate.pdf --data DIR
        originpress verify certificate.pdf --trust root.pem
        originpress verify 26C1100B0001/00001 --serial CCPIT000000000001 --code 4QNWBE --data DIR

      ANSWERS (exit code 0 for the first two only)
        valid  signed  not-yet-issued  void  superseded  serial-no-longer-valid  copy  unknown
        and why a code or file is not ours: altered, unknown-key, expired-key, wrong-domain, unreadable
      """)

  @Argument(help: "The text of a code, a PDF file, or a certificate number; '-' reads a code.")
  var subject: String

  @Option(help: ArgumentHelp("The issuing body's published key list.", valueName: "file"))
  var keys: String?

  @Option(help: "Fingerprint of the key list's root, from the issuing body's printed notice.")
  var root: String?

  @Option(
    help: ArgumentHelp(
      "Trusted certificates (PEM), to check a file without a register.", valueName: "file"))
  var trust: String?

  @Option(help: "With a number: the serial (打印号) on the paper.")
  var serial: String?

  @Option(help: "With a number: the check code on the paper, six characters.")
  var code: String?

  @OptionGroup var password: PasswordOptions

  @Option(help: ArgumentHelp("Folder of register, seals, keys and log.", valueName: "dir"))
  var data: String?

  @OptionGroup var shared: SharedOptions

  private static let largest = 1 << 20
  private static let largestFile = 256 << 20

  func validate() throws {
    guard (serial == nil) == (code == nil) else {
      throw ValidationError("--serial and --code go together.")
    }
    guard data == nil || keys == nil else {
      throw ValidationError("Give either --keys or --data.")
    }
  }

  func run() async throws {
    let verdict = try await verdict()
    verdict.write(asJSON: shared.json, order: { order(for: $0) })
    guard verdict.isGood else { throw Refusal(Diagnostic(at: Place(), verdict.refusal)) }
  }

  private func verdict() async throws -> Verdict {
    if serial != nil { return try await byNumber() }
    if subject != "-", InputFile.exists(subject) { return try await byFile() }
    let text = subject == "-" ? try readCode() : subject
    if let keys { return Verdict(RecordCheck(text, keys: try list(keys))) }
    let office = try register()
    let published = try PublicKeys.open(office.keyFolder)
    try check(published.keyList, named: office.keyFolder.path)
    let offline = RecordCheck(text, keys: published.keyList)
    guard case .signed = offline else { return Verdict(offline) }
    let checking = Checking(office.context, keys: published)
    return Verdict(try await checking.answer(toCode: text))
  }

  private func byNumber() async throws -> Verdict {
    guard let serial, let code else {
      throw Refusal(Diagnostic(at: Place(), Wording.serialAndCode))
    }
    let office = try register()
    let checking = Checking(office.context, keys: try PublicKeys.open(office.keyFolder))
    let answer = try await checking.answer(
      number: subject, serial: serial, code: code,
      checkCodeKey: try office.ring(password).checkCodeKey)
    return Verdict((answer, nil))
  }

  private func byFile() async throws -> Verdict {
    let bytes = try InputFile.read(subject, limit: Self.largestFile)
    if let trust {
      let pem = String(decoding: try InputFile.read(trust, limit: Self.largest), as: UTF8.self)
      return Verdict(fault: try FileCheck(trustedPEM: pem).fault(of: bytes), answer: nil)
    }
    let office = try register()
    let checking = Checking(office.context, keys: try PublicKeys.open(office.keyFolder))
    let (answer, record) = try await checking.answer(toFile: bytes)
    guard answer == .unknown else { return Verdict((answer, record)) }
    let check = FileCheck(try office.keyFolder.trust(of: try office.press.issuer()))
    return Verdict(fault: check.fault(of: bytes), answer: .unknown)
  }

  // MARK: What is checked against

  /// The register as stated, else that of the standard data folder if there is one.
  private func register() throws -> FrontOffice {
    let folder = Outside.dataFolder(stated: data)
    guard data != nil || FrontOffice.exists(in: folder) else {
      throw Refusal(Diagnostic(at: Place(), Wording.whereToCheck))
    }
    return try FrontOffice(press: Press(shared), folder: folder, makes: false)
  }

  private func list(_ path: String) throws(Refusal) -> KeyList {
    let list = try KeyList(
      InputFile.read(path, limit: Self.largest), file: InputFile.shownName(path))
    try check(list, named: path)
    return list
  }

  private func check(_ list: KeyList, named path: String) throws(Refusal) {
    let fingerprint = Hex.encode(list.root.fingerprint)
    guard root == nil || root?.lowercased() == fingerprint else {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.wrongFingerprint(fingerprint)))
    }
  }

  private func readCode() throws -> String {
    String(decoding: try InputFile.read("-", limit: Self.largest), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The order of the form's boxes; that of the record where no layout is at hand.
  private func order(for record: CertificateRecord) -> [String] {
    guard let press = try? Press(shared),
      let layout = try? press.editions(of: record.form)
        .layout(form: record.form, day: record.issued)
    else { return [] }
    return layout.fieldOrder
  }
}
