import Credentials
import PrintDesk

/// The log's entries of a release: each is written once, also when the register forgot that it was.
struct ReleaseEntries {
  let office: OfficeContext
  let output: Output

  /// The entry that reserves the serial, before anything is sealed: it names the seals that will be used.
  func release() throws -> Int {
    var details = identity
    for (role, seal) in output.seals { details["seal:\(role)"] = seal }
    return try place(of: .release, details)
  }

  /// The entry that the output takes the place of an older one, whose serial is without force from then on.
  func revision(of older: Output) throws {
    var details = identity
    details["replaces"] = older.id
    details["replacedSerial"] = older.serial
    _ = try place(of: .revision, details)
  }

  /// The entry with the finished file's hash.
  func file(_ manifest: Manifest) throws -> Int {
    var details = identity
    details["file"] = manifest.file
    return try place(of: .sealed, details)
  }

  private var identity: [String: String] {
    [
      "number": output.number, "serial": output.serial, "output": output.id,
      "contentHash": output.contentHash,
    ]
  }

  /// The place of the entry with these details: a crash may have come between log and register.
  private func place(
    of kind: LogEvent.Kind, _ details: [String: String]
  ) throws -> Int {
    let known = try office.log.last {
      $0.kind == kind && $0.details["output"] == output.id
    }
    if let known {
      guard known.event.details == details else {
        throw OfficeError(.notLogged, Wording.notLogged(output.id))
      }
      return known.index
    }
    return try office.record(kind, details).index
  }
}
