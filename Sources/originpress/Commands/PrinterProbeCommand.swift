import ArgumentParser
import Devices
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers

/// `printer probe`: sheets that complete the profile of an impact printer, and the profile.
struct PrinterProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Finds what nobody knows of an impact printer, and writes its profile.",
    discussion: """
      Four sheets, each of which says what to look for and which answer to give:
        characters  every character of the code page beyond ASCII   --answer wrong=ÑÕ
        chinese     one line in Chinese mode and out of it; print it \
      right after switching on                                      --answer starts-in-chinese=no
        copies      the same lines struck once and twice            --answer copies=3
        language    the same marks in classic ESC/P and ESC/P 2     --answer escp2=yes
      The answers that are there make a new profile of the old one; what is answered it no longer calls unknown.

      EXAMPLES
        originpress printer probe counter-pins --sheet characters
        originpress printer probe --device generic-24pin --sheet language -o out.prn
        originpress printer probe --device generic-24pin --answer wrong=ÑÕ --answer copies=3 \\
          -o printers/counter-pins.yaml
      """)

  @Argument(help: "The printer, as the register names it.")
  var name: String?

  @Option(help: ArgumentHelp("Device profile of printers/.", valueName: "profile"))
  var device: String?

  @Option(help: "characters, chinese, copies or language.")
  var sheet: ProbeSheet?

  @Option(
    name: .customLong("answer"), parsing: .singleValue,
    help: ArgumentHelp("What the sheets showed; repeatable.", valueName: "question=answer"))
  var answers: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Writes the sheet (.prn, .pdf, .png) or the profile (.yaml).", valueName: "out")
  )
  var output: String?

  @Flag(help: "Writes over a profile that is there.")
  var replace = false

  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard (name == nil) != (device == nil) else {
      throw ValidationError("Give either a printer or --device.")
    }
    guard (sheet == nil) != answers.isEmpty else {
      throw ValidationError("First --sheet, then its --answer.")
    }
    guard output != nil || sheet != nil && name != nil else {
      throw ValidationError("Say with --output where to write.")
    }
    guard !replace || !answers.isEmpty else {
      throw ValidationError("--replace goes with --answer.")
    }
  }

  func run() async throws {
    guard let output else { return try await print() }
    let press = try Press(options.shared)
    let profile = try press.device(try await profileName())
    let probing = try Probing(profile, with: press, on: Outside.today)
    if let sheet {
      let files = try probing.files(of: sheet, as: try OutputFormat.ofSheet(at: output))
      return try OutputFile.write(files, to: output)
    }
    try write(try ProbeAnswers(answers).completing(profile), to: output)
  }

  private func profileName() async throws -> String {
    if let device { return device }
    return try await PrinterCare(try options.office().context).printer(name ?? "").profile
  }

  private func print() async throws {
    guard let name, let sheet else { preconditionFailure("the order was validated") }
    let office = try options.office()
    try await office.alone(at: name) {
      let printer = try await PrinterCare(office.context).printer(name)
      let job = try await Probing.job(of: sheet, at: printer, in: office.context)
      let transport = try PrinterAddress(parsing: printer.address).transport()
      let end = try await PlainPrint(transport: transport, isJSON: options.shared.json)
        .print(job.document, job.ticket)
      try end.mustBeCompleted()
    }
  }

  /// Writes a profile that reads as it should, never over another one unless told.
  private func write(_ profile: DeviceProfile, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    guard url.pathExtension == "yaml" else {
      throw Refusal(Diagnostic(at: Place(), Wording.profileEnding(path)))
    }
    guard replace || !FileManager.default.fileExists(atPath: url.path) else {
      throw Refusal(Diagnostic(at: Place(file: path), Wording.profileExists(path)))
    }
    let bytes = Array(profile.text.utf8)
    guard try DeviceProfile.read(profile.name, from: bytes, file: path) == profile else {
      preconditionFailure("a profile that was written reads as it was")
    }
    try OutputFile.write(Data(bytes), to: path)
  }
}

extension ProbeSheet: ExpressibleByArgument {}
