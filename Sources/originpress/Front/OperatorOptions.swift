import ArgumentParser
import Diagnostics
import Office

/// Who stands at the desk, with the PIN: `--operator`, `--pin-file`.
struct OperatorOptions: ParsableArguments {
  @Option(
    name: [.customLong("operator"), .customLong("officer")],
    help: ArgumentHelp("Who acts, by operator id.", valueName: "id"))
  var person: String

  @Option(
    help: ArgumentHelp(
      "File whose first line is that person's PIN; else ORIGINPRESS_PIN, else asked for.",
      valueName: "file"))
  var pinFile: String?

  /// The person with the PIN, not yet confirmed.
  func identification() throws(Refusal) -> Identification {
    Identification(id: person, pin: try Secret.operatorPIN.read(file: pinFile))
  }
}

/// Who stands at the desk, where only some uses of a command ask who: `--operator`, `--pin-file`.
struct KeeperOptions: ParsableArguments {
  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp("Who keeps it, by operator id.", valueName: "id"))
  var person: String?

  @Option(
    help: ArgumentHelp(
      "File whose first line is that person's PIN; else ORIGINPRESS_PIN, else asked for.",
      valueName: "file"))
  var pinFile: String?

  /// The person with the PIN, not yet confirmed.
  func identification() throws(Refusal) -> Identification {
    guard let person else { preconditionFailure("somebody is named") }
    return Identification(id: person, pin: try Secret.operatorPIN.read(file: pinFile))
  }
}

/// The second person where two are asked for: `--witness`, `--witness-pin-file`.
struct WitnessOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The second person, by operator id.", valueName: "id"))
  var witness: String?

  @Option(
    help: ArgumentHelp(
      "File whose first line is the second person's PIN; else ORIGINPRESS_WITNESS_PIN, else asked "
        + "for.", valueName: "file"))
  var witnessPinFile: String?

  /// The second person with the PIN, not yet confirmed; `nil` where none is named.
  func identification() throws(Refusal) -> Identification? {
    guard let witness else { return nil }
    return Identification(id: witness, pin: try Secret.witnessPIN.read(file: witnessPinFile))
  }
}
