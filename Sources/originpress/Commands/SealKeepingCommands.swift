import ArgumentParser
import Diagnostics
import Foundation
import Measures
import Office
import Seals

/// `seal enroll`: a scan becomes a kept seal.
struct SealEnrollCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll",
    abstract: "Keeps the seal of a scan, encrypted, until an officer approves it.",
    discussion: """
      The scan has to pass the gates of 'seal prepare'. A new version takes the place of the older one
      when it is approved.

      EXAMPLES
        originpress seal enroll scan.png --owner enterprise/1100B0001 --kind company --data DIR
        originpress seal enroll hand.png --owner signatory/1100B0001/zhang --kind signature --data DIR
        originpress seal enroll issuer.png --owner issuer --kind issuer --percent 95 --data DIR
      """)

  @OptionGroup var scan: ScanOptions

  @Option(help: "enterprise/CODE, signatory/CODE/ID, issuer or officer/ID.")
  var owner: String

  @Option(help: "Printed size in percent of the true one, 80 to 110.")
  var percent = 100

  @Option(help: ArgumentHelp("Moves the mark to the right in its frame.", valueName: "mm"))
  var right = 0.0

  @Option(help: ArgumentHelp("Moves the mark down in its frame.", valueName: "mm"))
  var down = 0.0

  @Option(help: ArgumentHelp("Who hands it in; the owner if left out.", valueName: "person"))
  var by: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard SealAdjustment.percents.contains(percent) else {
      throw ValidationError("--percent takes 80 to 110.")
    }
    guard abs(right) <= 100, abs(down) <= 100 else {
      throw ValidationError("--right and --down take -100 to 100.")
    }
  }

  func run() async throws {
    let owner = try SealOwner(typed: owner)
    let prepared = try scan.prepared()
    let image: SealImage
    do throws(Refusal) { image = try prepared.taken() } catch { throw error.inFile(scan.scan) }
    let office = try options.office()
    let keeping = SealKeeping(office.context, imageKey: try office.ring(password).imageKey)
    let adjustment = SealAdjustment(
      percent: percent, offset: Point(x: .mm(right), y: .mm(down)))
    let seal = try await keeping.enroll(
      image, of: owner, adjustment: adjustment, by: by ?? owner.text)
    KeptSealReport([seal]).write(asJSON: options.shared.json)
  }
}

/// `seal approve`: a kept seal comes into force.
struct SealApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "An officer approves a kept seal; the issuing body's need two officers.")

  @Argument(help: "The seal's id; see 'seal list'.")
  var id: String

  @OptionGroup var person: PINOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let office = try options.office()
    let seal = try await SealDecisions(office.context)
      .approve(id, by: try person.identification())
    KeptSealReport([seal]).write(asJSON: options.shared.json)
  }
}

/// `seal end`: a kept seal is returned or taken out of use.
struct SealEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "An officer returns a waiting seal (退回), or takes an approved one out of use (停用).")

  @Argument(help: "The seal's id; see 'seal list'.")
  var id: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var person: PINOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let office = try options.office()
    let seal = try await SealDecisions(office.context)
      .end(id, by: try person.identification(), reason: reason)
    KeptSealReport([seal]).write(asJSON: options.shared.json)
  }
}

/// `seal suspend`: an owner may not seal or sign.
struct SealSuspendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: "An officer suspends an owner (禁用), or ends that.")

  @Argument(help: "enterprise/CODE, signatory/CODE/ID, issuer or officer/ID.")
  var owner: String

  @Flag(help: "Ends the suspension.")
  var end = false

  @OptionGroup var person: PINOptions
  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let owner = try SealOwner(typed: owner)
    let office = try options.office()
    try await SealDecisions(office.context).suspend(
      owner, !end, by: try person.identification())
    let message = end ? Wording.ownerResumed(owner.text) : Wording.ownerSuspended(owner.text)
    print(message.text(in: Outside.language))
  }
}

/// `seal list`: what is kept.
struct SealListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every kept seal with its state; shows none of them.")

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let seals = try await SealDecisions(try options.office().context).all()
    KeptSealReport(seals).write(asJSON: options.shared.json)
  }
}

/// `seal picture`: what people get to see of a kept seal.
struct SealPictureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "A small picture of a kept seal under a SAMPLE band; nothing shows it clean.",
    discussion: """
      EXAMPLES
        originpress seal picture enterprise/1100B0001:company:1 -o seal.png --data DIR
        originpress seal picture issuer:issuer:2 --scan --officer li -o scan.png --data DIR
      """)

  @Argument(help: "The seal's id; see 'seal list'.")
  var id: String

  @Flag(help: "The scan it was made from, for officers; looking at it is logged.")
  var scan = false

  @Option(help: ArgumentHelp("The officer who looks at the scan.", valueName: "id"))
  var officer: String?

  @Option(
    help: ArgumentHelp(
      "File whose first line is the officer's PIN; else ORIGINPRESS_PIN, else asked for.",
      valueName: "file"))
  var pinFile: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Output .png; '-' is standard output.", valueName: "out"))
  var output: String

  @OptionGroup var password: PasswordOptions
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard scan == (officer != nil) else {
      throw ValidationError("--scan and --officer go together.")
    }
  }

  func run() async throws {
    let office = try options.office()
    let keeping = SealKeeping(office.context, imageKey: try office.ring(password).imageKey)
    guard let officer else {
      return try OutputFile.write(try await keeping.sample(of: id), to: output)
    }
    let person = Identification(
      id: officer, pin: try Secret.operatorPIN.read(file: pinFile))
    try OutputFile.write(try await keeping.review(of: id, by: person), to: output)
  }
}

extension SealOwner {
  /// The owner that a person typed.
  ///
  /// - Throws: ``Refusal`` when the text is none.
  init(typed text: String) throws(Refusal) {
    guard let owner = SealOwner(text) else {
      throw Refusal(Diagnostic(at: .field("owner"), Wording.notOwner(text)))
    }
    self = owner
  }
}
