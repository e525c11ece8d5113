import ArgumentParser
import Certificates
import Foundation
import Notation

/// `sample`: a valid certificate to begin with.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Writes a valid certificate as JSON.",
    discussion: """
      The same words give the same certificate; another --seed gives another one.

      EXAMPLES
        originpress sample C
        originpress sample RCEP --items 20 --destination JP
        originpress sample H --count 1000 > batch.jsonl
      """)

  @Argument(help: "The form code; see 'originpress forms'.")
  var form: String

  @Option(help: "Number of goods items.")
  var items = 3

  @Option(help: ArgumentHelp("Destination as ISO 3166-1 alpha-2.", valueName: "cc"))
  var destination: String?

  @Option(help: "Picks another certificate.")
  var seed = 1

  @Option(help: "How many certificates; more than one gives one a line (JSONL).")
  var count = 1

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...500).contains(items) else { throw ValidationError("--items takes 1 to 500.") }
    guard (1...100_000).contains(count) else {
      throw ValidationError("--count takes 1 to 100000.")
    }
  }

  func run() throws {
    let press = try Press(shared)
    let policies = try press.policies()
    for index in 0..<count {
      let draft = try Sample.certificate(
        form: form, items: items, destination: destination, seed: seed + index, policies: policies)
      let json = draft.json
      print(JSONWriter.text(json, pretty: count == 1))
    }
  }
}
