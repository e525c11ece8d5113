import Notation
import PrintDesk

/// An output of the register, for people and for scripts.
struct OutputReport {
  private let output: Output

  init(_ output: Output) { self.output = output }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return print(text) }
    print(JSONWriter.text(json), terminator: "")
  }

  /// One line.
  var text: String {
    "\(output.id)  \(output.number)  \(output.serial)  \(output.kind.rawValue)  \(output.state.rawValue)"
  }

  /// The output as JSON; the code, which is on the paper, but neither seals nor the file.
  var json: JSONValue {
    .object([
      "output": .text(output.id), "number": .text(output.number), "serial": .text(output.serial),
      "kind": .text(output.kind.rawValue), "state": .text(output.state.rawValue),
      "revision": .integer(output.revision), "requestKey": .text(output.requestKey),
      "contentHash": .text(output.contentHash), "code": output.progress.code.map { .text($0) },
      "sha256": output.progress.manifest.map { .text($0.file) },
      "seals": .object(
        output.seals.sorted { $0.key < $1.key }.map { JSONMember($0.key, .text($0.value)) }),
      "logEntries": .list(
        [output.progress.releaseEntry, output.progress.fileEntry].compactMap { $0 }
          .map { .integer($0) }),
      "ordinal": output.ordinal.map { .integer($0) },
      "voidReason": output.voidReason.map { .text($0.word.rawValue) },
      "successor": output.voidReason?.successor.map { .text($0) },
    ])
  }
}
