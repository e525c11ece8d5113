import ArgumentParser
import Diagnostics
import Notation
import Office

/// `render --against`: whether a certificate's document is still that of an output.
struct AgainstOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Writes nothing: makes the document of a released output again and says whether it is the same, "
        + "or which input changed.", valueName: "output-id"))
  var against: String?

  @Option(help: ArgumentHelp("With --against: folder of the register.", valueName: "dir"))
  var data: String?

  @OptionGroup var keys: PasswordOptions

  /// Compares and tells.
  ///
  /// - Throws: ``Refusal`` when it is another document.
  func run(file: String, _ shared: SharedOptions) async throws {
    guard let against else { preconditionFailure("nothing to compare with") }
    let office = try FrontOffice(
      press: Press(shared), folder: Outside.dataFolder(stated: data), makes: false)
    let draft = try FormDesk(press: office.press, device: nil)
      .draft(from: InputFile.read(file), named: file)
    let ring = try office.ring(keys)
    let outcome = try await Comparing(
      office.context, checkCodeKey: ring.checkCodeKey, imageKey: ring.imageKey
    ).compare(draft, with: against)
    tell(outcome, asJSON: shared.json)
    guard outcome.isSame else {
      throw Refusal(Diagnostic(at: .field("output"), Wording.otherFile(outcome.changed)))
    }
  }

  private func tell(_ outcome: Comparing.Outcome, asJSON: Bool) {
    if asJSON {
      let changed = outcome.changed.map { JSONValue.text($0) }
      print(
        JSONWriter.text(["same": .bool(outcome.isSame), "changed": .list(changed)]),
        terminator: "")
    } else if outcome.isSame {
      let message =
        outcome.changed.isEmpty ? Wording.sameFile : Wording.sameThough(outcome.changed)
      print(message.text(in: Outside.language))
    }
  }
}
