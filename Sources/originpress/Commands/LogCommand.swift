import ArgumentParser
import Credentials
import Diagnostics
import Foundation
import Notation
import Office

/// `log`: the transparency log of the data folder.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Publishes, proves and audits the transparency log.",
    discussion: """
      EXAMPLES
        originpress log checkpoint --data DIR                            signed with the log's key
        originpress log prove 17 --data DIR > proof.json                 that entry 17 is in it
        originpress log prove --from 1000 --data DIR                     that it only grew
        originpress log verify --data DIR                                each entry, each tile
        originpress log verify proof.json --log-key 'log.example.org+…'
      """,
    subcommands: [Checkpoint.self, Prove.self, Verify.self])

  struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of register, seals, keys and log.", valueName: "dir"))
    var data: String?

    @Flag(help: "Answer and complain in JSON.")
    var json = false

    var folder: String { Outside.dataFolder(stated: data) }
    var log: LogFolder { LogFolder(path: folder + "/log") }

    var keys: KeyFolder { KeyFolder(dataFolder: folder) }

    /// The last signed checkpoint and what it says.
    func last(_ key: NoteKey) throws -> (note: SignedNote, state: Credentials.Checkpoint) {
      guard let note = try log.checkpoint() else {
        throw Refusal(Diagnostic(at: Place(), Wording.noCheckpoint))
      }
      return (note, try Credentials.Checkpoint(note, signedBy: key))
    }
  }

  struct Checkpoint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compares all entries with all tiles, writes new ones and signs a checkpoint.")

    @OptionGroup var password: PasswordOptions

    @OptionGroup var options: DataOptions

    func run() throws {
      let signer = try options.keys.noteSigner(password: password.read())
      let note = try options.log.publish(by: signer, auditing: true)
      guard options.json else { return print(note.encoded, terminator: "") }
      let state = try Credentials.Checkpoint(text: note.text)
      print(
        JSONWriter.text([
          "origin": .text(state.origin), "size": .integer(state.size),
          "root": .text(Hex.encode(state.root)), "logKey": .text(signer.key.text),
          "checkpoint": .text(note.encoded),
        ]), terminator: "")
    }
  }

  struct Prove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proves that an entry is in the log, or that the log only grew.")

    @Argument(help: "The entry's index, from 0.")
    var index: Int?

    @Option(help: "The size of an older checkpoint that this one continues.")
    var from: Int?

    @OptionGroup var options: DataOptions

    func validate() throws {
      guard (index == nil) != (from == nil) else {
        throw ValidationError("Give an entry's index, or --from with an older size.")
      }
    }

    func run() throws {
      let (note, state) = try options.last(PublicKeys.logKey(options.keys))
      let tree = TileTree(size: state.size, store: options.log.tiles)
      if let from {
        let path = try tree.consistency(from: from)
        return print(
          JSONWriter.text([
            "from": .integer(from), "size": .integer(state.size),
            "path": .list(path.map { .text(Hex.encode($0)) }),
            "checkpoint": .text(note.encoded),
          ]), terminator: "")
      }
      let index = index ?? 0
      let path = try tree.inclusion(of: index)
      let entry = try options.log.entry(at: index)
      let proof = LogProof(entry: entry, checkpoint: note, path: path)
      print(JSONWriter.text(proof.json), terminator: "")
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compares every entry with what was published, or checks a proof.")

    @Argument(help: "A proof from 'log prove'; without one the whole log of the data folder.")
    var proof: String?

    @Option(help: "The log's public key; that of the data folder if left out.")
    var logKey: String?

    @Option(help: "Public key of a witness that must have cosigned; may be repeated.")
    var witness: [String] = []

    @Option(help: "An older signed checkpoint that the log must continue.")
    var against: String?

    @OptionGroup var options: DataOptions

    func run() throws {
      let key = try logKey.map { try NoteKey($0) } ?? PublicKeys.logKey(options.keys)
      let witnesses = try witness.map { try NoteKey($0) }
      if let proof {
        try LogProof(try InputFile.read(proof, limit: 1 << 20), file: InputFile.shownName(proof))
          .check(key: key, witnesses: witnesses)
        return report(entries: 1, unpublished: 0)
      }
      let (note, state) = try options.last(key)
      guard witnesses.allSatisfy({ $0.time(of: note) != nil }) else {
        throw Refusal(Diagnostic(at: Place(file: "checkpoint"), Wording.notCosigned))
      }
      let journal = try options.log.journal()
      let audit = LogAudit(journal: journal, store: options.log.tiles)
      let findings = try audit.findings(state)
      guard findings.isEmpty else {
        throw Refusal(findings.map { Diagnostic(at: Place(), Self.message($0)) })
      }
      if let against { try checkContinuation(of: against, key, state) }
      report(
        entries: state.size,
        unpublished: journal.count { $0 == UInt8(ascii: "\n") } - state.size)
    }

    private func checkContinuation(
      of path: String, _ key: NoteKey, _ state: Credentials.Checkpoint
    ) throws {
      let note = try SignedNote(try InputFile.read(path, limit: 1 << 20))
      let older = try Credentials.Checkpoint(note, signedBy: key)
      let refusal = Refusal(Diagnostic(at: Place(file: path), Wording.inconsistent))
      guard older.size <= state.size else { throw refusal }
      let proof = try TileTree(size: state.size, store: options.log.tiles)
        .consistency(from: older.size)
      guard
        MerkleTree.isConsistent(
          older: (older.size, older.root), newer: (state.size, state.root), proof: proof)
      else { throw refusal }
    }

    private func report(entries: Int, unpublished: Int) {
      let answer: JSONValue = [
        "valid": true, "entries": .integer(entries), "unpublished": .integer(unpublished),
      ]
      guard !options.json else { return print(JSONWriter.text(answer), terminator: "") }
      print(Wording.logEntries(entries).text(in: Outside.language))
      guard unpublished > 0 else { return }
      print(Wording.logUnpublished(unpublished).text(in: Outside.language))
    }

    private static func message(_ finding: LogAudit.Finding) -> Message {
      switch finding {
      case .altered(let index): Wording.altered(index)
      case .missing(let index): Wording.missing(index)
      case .tile(let path): Wording.tile(path)
      case .root: Wording.root
      }
    }
  }
}
