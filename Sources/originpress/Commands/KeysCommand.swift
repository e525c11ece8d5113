import ArgumentParser
import Certificates
import Credentials
import Diagnostics
import Foundation
import Notation
import Office
import Signing

/// `keys`: the keys that a site signs with.
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Makes, lists, rotates and revokes the keys of the site.",
    discussion: """
      The secrets are in the folder 'keys' of the data folder, locked with one password; 'keys' in
      site.yaml says where the keys of files and records are.

      EXAMPLES
        originpress keys init --data DIR                   once; asks for a password
        originpress keys init --data DIR --demonstration   with an authority that is not valid
        originpress keys check --data DIR                  whether everything can sign
        originpress keys list --data DIR --json
        originpress keys rotate record --data DIR          once a year
        originpress keys revoke record 3fa94c01 --from 2026-05-01 --data DIR
      """,
    subcommands: [Make.self, List.self, Check.self, Rotate.self, Revoke.self])

  /// What a site's keys are found by.
  struct FolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of register, seals, keys and log.", valueName: "dir"))
    var data: String?

    @OptionGroup var shared: SharedOptions

    var folder: KeyFolder { KeyFolder(dataFolder: Outside.dataFolder(stated: data)) }

    func issuer() throws -> Issuer { try Press(shared).issuer() }

    func care(_ password: [UInt8]) throws -> KeyCare {
      KeyCare(folder, of: try issuer(), password: password, day: Outside.today) { count in
        Array(Outside.random(count))
      }
    }

    /// Logs what became of a key.
    func log(_ kind: LogEvent.Kind, _ entry: KeyEntry) throws(CredentialError) {
      var details = ["fingerprint": Hex.encode(entry.key.fingerprint)]
      details["revoked"] = entry.revoked?.description
      let event = LogEvent(kind, at: Outside.now.seconds, details)
      _ = try LogFolder(path: "\(Outside.dataFolder(stated: data))/log")
        .append([event]) { Array(Outside.random(LogEntry.saltLength)) }
    }

    /// Says what the list holds now: all of it in JSON, else one key and what to do.
    func report(_ entry: KeyEntry, _ messages: Message...) throws {
      let report = KeyReport(keys: try PublicKeys.open(folder), day: Outside.today)
      if shared.json { return print(JSONWriter.text(report.json), terminator: "") }
      print(report.line(entry))
      for message in messages { print(message.text(in: Outside.language)) }
    }
  }

  /// Which keys are rotated and revoked.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case record
  }

  struct Make: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Makes the site's own keys; never over others.")

    @Option(help: "The log's name; 'log' below the site's domain if left out.")
    var origin: String?

    @Flag(help: "Also make an authority, a signer and a time-stamper that are not valid.")
    var demonstration = false

    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: FolderOptions

    func run() async throws {
      try await options.care(password.readNew()).make(
        origin: origin, withAuthority: demonstration)
      let report = KeyReport(keys: try PublicKeys.open(options.folder), day: Outside.today)
      if options.shared.json { return print(JSONWriter.text(report.json), terminator: "") }
      for line in report.lines { print(line) }
      print(Wording.keysMade(options.folder.path).text(in: Outside.language))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the public keys; needs no password.")

    @OptionGroup var options: FolderOptions

    func run() throws {
      let report = KeyReport(keys: try PublicKeys.open(options.folder), day: Outside.today)
      if options.shared.json { return print(JSONWriter.text(report.json), terminator: "") }
      for line in report.lines { print(line) }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Has every key and the time-stamping authority sign a text that is nothing.")

    @OptionGroup var keys: KeyOptions
    @OptionGroup var options: FolderOptions

    func run() async throws {
      let keys = try await self.keys.open(options.folder, of: try options.issuer())
      _ = try keys.recordSigner(for: Outside.today)
      try await keys.checkTimestamps()
      let level = keys.level.name.rawValue
      options.shared.json
        ? print(JSONWriter.text(["ready": true, "level": .text(level)]), terminator: "")
        : print(Wording.keysReady(level).text(in: Outside.language))
    }
  }

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts a new record key beside the old ones.")

    @Argument(help: "Which key: record.")
    var subject: Subject

    @Option(help: "The first day the new key serves; today if left out.")
    var from: CalendarDate?

    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: FolderOptions

    func run() async throws {
      let entry = try await options.care(password.read()).rotateRecord(from: from)
      try options.log(.keyAdded, entry)
      try options.report(entry, Wording.publishKeys)
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Declares that nothing a key signs from a day on counts.")

    @Argument(help: "Which key: record.")
    var subject: Subject

    @Argument(help: "The start of its fingerprint, 8 digits or more; see 'keys list'.")
    var fingerprint: String

    @Option(help: "The first day on which its signatures do not count, YYYY-MM-DD.")
    var from: CalendarDate

    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: FolderOptions

    func run() async throws {
      let entry = try await options.care(password.read()).revoke(fingerprint, from: from)
      try options.log(.keyRevoked, entry)
      try options.report(entry, Wording.publishKeys, Wording.rotateNext)
    }
  }
}
