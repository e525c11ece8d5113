import ArgumentParser
import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk

/// `issue`: the release of an original.
struct IssueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Releases the original of an approved certificate.",
    discussion: """
      Reserves the serial, logs it, signs the code, seals and signs the PDF, checks it and logs its hash.
      An interrupted release goes on where it stopped. With -o the file itself is the original; that is
      allowed only where downloads.yaml says so. With --to it is printed at once; without either the
      original waits for 'desk print'.

      EXAMPLES
        originpress issue c.json --to counter-2 --operator li --data DIR
        originpress issue c.json -o c.pdf --data DIR
        originpress issue 26C1100B0001/00001 --data DIR --json
      """)

  @OptionGroup var subject: SubjectOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Hands the original out as a file; '-' is standard output.", valueName: "out"))
  var output: String?

  @OptionGroup var printing: PrintOptions

  @Option(
    name: [.customLong("operator"), .customLong("officer")],
    help: ArgumentHelp("With --to: who prints, by operator id.", valueName: "id"))
  var person: String?

  @Option(
    help: ArgumentHelp(
      "With --to: file whose first line is that person's PIN; else ORIGINPRESS_PIN, else asked "
        + "for.", valueName: "file"))
  var pinFile: String?

  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard printing.to == nil || output == nil else {
      throw ValidationError("An original is either printed (--to) or a file (-o).")
    }
    guard printing.to == nil || person != nil else {
      throw ValidationError("--to asks for --operator.")
    }
  }

  func run() async throws {
    let office = try options.office()
    let keys = try await office.keys(subject.keys)
    if let person, printing.to != nil { return try await print(office, keys, by: person) }
    let request = try subject.request(kind: output == nil ? .original : .file, office.press)
    let (released, file) = try await office.alone {
      let released = try await Releasing(office.context, keys: keys).release(request)
      guard output != nil else { return (released, nil as Data?) }
      let handing = HandingOut(
        office.context, logKey: keys.noteSigner.key, imageKey: keys.imageKey)
      return (released, try await handing.file(of: released.id))
    }
    if let output, let file { try write(file, of: released, to: output) }
    guard output != "-" else { return }
    OutputReport(try file == nil ? released : released.handedOut())
      .write(asJSON: options.shared.json)
  }

  /// Releases for paper and prints.
  private func print(_ office: FrontOffice, _ keys: SiteKeys, by person: String) async throws {
    let person = Identification(id: person, pin: try Secret.operatorPIN.read(file: pinFile))
    guard let name = printing.to else { preconditionFailure("printing needs a printer") }
    let printer = try await PrinterCare(office.context).printer(name)
    var request = try subject.request(kind: .original, office.press)
    request.device = subject.device ?? printer.profile
    let released = try await office.alone {
      try await Releasing(office.context, keys: keys).release(request)
    }
    let report = try await printing.print(
      released.id, office, keys: keys, by: person, asJSON: options.shared.json)
    report.write(asJSON: options.shared.json)
  }

  /// Writes the file of an output that is issued by now, or says how to get it.
  private func write(_ file: Data, of released: Output, to output: String) throws {
    do {
      try OutputFile.write(file, to: output)
    } catch var failure as OutsideFailure {
      failure.hint = Wording.issuedUnwritten(released.number)
      throw failure
    }
  }
}

/// What is released, and how: of `issue` and `regenerate`.
struct SubjectOptions: ParsableArguments {
  @Argument(help: "The approved certificate's JSON file, or its number; '-' is standard input.")
  var subject: String

  @Option(help: ArgumentHelp("Device profile of printers/ to set for.", valueName: "profile"))
  var device: String?

  @Option(
    help: ArgumentHelp(
      "Makes a repeated request the same one: it gives the same output.", valueName: "key"))
  var requestKey: String?

  @OptionGroup var keys: KeyOptions

  /// The request; a word that is no file is a number.
  func request(kind: Output.Kind, _ press: Press) throws -> Releasing.Request {
    Releasing.Request(
      subject: try found(press), kind: kind, device: device,
      requestKey: requestKey)
  }

  private func found(_ press: Press) throws -> CaseFinder.Subject {
    guard subject == "-" || InputFile.exists(subject) || !subject.looksLikeNumber else {
      return .number(subject)
    }
    return .content(
      try FormDesk(press: press, device: device).draft(
        from: InputFile.read(subject), named: subject))
  }
}

extension String {
  /// Whether a word that names no file may be a certificate number: it has digits and no ending.
  fileprivate var looksLikeNumber: Bool {
    contains(where: \.isNumber) && !contains(".") && !hasPrefix("/")
  }
}
