import ArgumentParser
import Diagnostics
import Office

/// Who acts, with the PIN: `--officer`, `--pin-file`.
struct PINOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The officer who acts, by operator id.", valueName: "id"))
  var officer: String

  @Option(
    help: ArgumentHelp(
      "File whose first line is the officer's PIN; else ORIGINPRESS_PIN, else asked for.",
      valueName: "file"))
  var pinFile: String?

  /// The person with the PIN, not yet confirmed.
  func identification() throws(Refusal) -> Identification {
    Identification(id: officer, pin: try Secret.operatorPIN.read(file: pinFile))
  }
}
