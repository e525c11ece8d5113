import ArgumentParser
import Diagnostics
import Foundation
import Notation
import Office
import PrintDesk

/// `operator`: the people who approve, print and look at paper.
struct OperatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operator", abstract: "Enrolls the issuing body's people with a PIN.",
    discussion: """
      Who acts is asserted by id and PIN; records name the id.

      EXAMPLES
        originpress operator enroll li --name 'Li Ming' --role officer --data DIR   asks for a PIN
        originpress operator list --data DIR --json
        originpress operator disable li --data DIR
      """,
    subcommands: [Enroll.self, List.self, Disable.self, Enable.self])

  struct Enroll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Enrolls a person with a new PIN.")

    @Argument(help: "A short id of small letters, digits and hyphens.")
    var id: String

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "operator, or officer (签证员), who also approves.")
    var role = OperatorRole.operator

    @Option(
      help: ArgumentHelp(
        "File whose first line is the PIN; else ORIGINPRESS_PIN, else asked for.",
        valueName: "file"))
    var pinFile: String?

    @OptionGroup var options: OfficeOptions

    func run() async throws {
      let pin = try Secret.operatorPIN.readNew(file: pinFile, atLeast: PIN.lengths.lowerBound)
      let people = PeopleCare(try options.office().context)
      OperatorCommand.report(
        try await people.enroll(id: id, name: name, role: role, pin: pin), options)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Everybody who is enrolled.")

    @OptionGroup var options: OfficeOptions

    func run() async throws {
      let people = try await PeopleCare(try options.office().context).all()
      guard options.shared.json else { return people.forEach { print(OperatorCommand.line($0)) } }
      print(JSONWriter.text(.list(people.map(OperatorCommand.json))), terminator: "")
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The person may not act any more; records stay.")

    @Argument(help: "The person's id.")
    var id: String

    @OptionGroup var options: OfficeOptions

    func run() async throws {
      let people = PeopleCare(try options.office().context)
      OperatorCommand.report(try await people.setActive(id, false), options)
    }
  }

  struct Enable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The person may act again.")

    @Argument(help: "The person's id.")
    var id: String

    @OptionGroup var options: OfficeOptions

    func run() async throws {
      let people = PeopleCare(try options.office().context)
      OperatorCommand.report(try await people.setActive(id, true), options)
    }
  }

  fileprivate static func report(_ person: Operator, _ options: OfficeOptions) {
    options.shared.json ? print(JSONWriter.text(json(person)), terminator: "") : print(line(person))
  }

  fileprivate static func line(_ person: Operator) -> String {
    "\(person.id)  \(person.role.rawValue)  \(person.isActive ? "active" : "disabled")  \(person.name)"
  }

  fileprivate static func json(_ person: Operator) -> JSONValue {
    [
      "id": .text(person.id), "name": .text(person.name), "role": .text(person.role.rawValue),
      "active": .bool(person.isActive),
    ]
  }
}

extension OperatorRole: ExpressibleByArgument {}
